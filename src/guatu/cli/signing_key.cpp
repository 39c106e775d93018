#include "guatu/cli/signing_key.hpp"

#include <cstdlib>

namespace guatu::cli {

Result<ports::Sm2Key> read_key(const Shell& shell, const std::string& path) {
  GUATU_TRY(const auto pem, shell.services().read_file(path));
  return ports::Sm2Key::parse(pem, path);
}

Result<std::optional<ports::Sm2Key>> find_signing_key(const Shell& shell, const Arguments& arguments) {
  auto path = arguments.text("--key");
  if (const char* named = std::getenv("GUATU_KEY"); path.empty() && named != nullptr) path = named;
  if (path.empty()) return std::optional<ports::Sm2Key>{};
  GUATU_TRY(auto key, read_key(shell, path));
  if (!key.can_sign())
    return make_error(ErrorKind::InvalidInput, path, path + " 是公钥，不能签名；请用私钥文件",
                      path + " is a public key and cannot sign; use the private one");
  return std::optional(std::move(key));
}

std::string head_file_name(std::int64_t seq) {
  return "head-" + std::to_string(seq) + ".json";
}

}  // namespace guatu::cli
