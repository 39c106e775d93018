#include "guatu/usecases/evidence/evidence_files.hpp"

#include <algorithm>

#include "guatu/ports/digest.hpp"

namespace guatu::usecases {
namespace {

/// What checks and copies the journal holds one piece in memory, never a whole file.
constexpr std::size_t kPiece = 4U << 20;

}  // namespace

evidence::File keep_file(ports::Commit& commit, std::string name, evidence::FileKind kind, std::string_view bytes) {
  evidence::File file;
  file.name = std::move(name);
  file.kind = kind;
  file.size = static_cast<std::int64_t>(bytes.size());
  file.digest = ports::sm3_hex(bytes);
  for (; !bytes.empty(); bytes.remove_prefix(std::min(kPiece, bytes.size()))) {
    const auto piece = bytes.substr(0, kPiece);
    file.pieces.push_back(ports::sm3_hex(piece));
    if (std::ranges::find(commit.blobs, file.pieces.back(), &ports::Blob::digest) == commit.blobs.end())
      commit.blobs.push_back({file.pieces.back(), std::string(piece)});
  }
  return file;
}

Result<std::string> load_file_bytes(ports::Store& store, const evidence::File& file) {
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(file.size));
  for (const auto& piece : file.pieces) {
    GUATU_TRY(const auto more, store.load_blob(piece));
    bytes += more;
  }
  if (ports::sm3_hex(bytes) == file.digest) return bytes;
  return make_error(ErrorKind::IntegrityBroken, file.digest, "佐证文件与登记的摘要不符，请运行 guatu verify",
                    "the file is not the one that was registered; run guatu verify");
}

}  // namespace guatu::usecases
