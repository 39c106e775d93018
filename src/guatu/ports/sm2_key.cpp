#include "guatu/ports/sm2_key.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "guatu/base/contract.hpp"
#include "guatu/base/hex.hpp"
#include "guatu/ports/digest.hpp"

namespace guatu::ports {
namespace {

constexpr std::string_view kSignerId = "1234567812345678";

using Bio = std::unique_ptr<BIO, decltype(&BIO_free_all)>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;

Bio new_bio() {
  return {BIO_new(BIO_s_mem()), &BIO_free_all};
}

std::string text_of(const Bio& bio) {
  char* bytes = nullptr;
  const auto size = BIO_get_mem_data(bio.get(), &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

/// Both contexts: the signer's id belongs to the key's, which the digest's does not own.
struct Signing {
  explicit Signing(EVP_PKEY* key)
      : of_key(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr), &EVP_PKEY_CTX_free),
        of_digest(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
    GUATU_REQUIRE(of_key && of_digest);
    GUATU_REQUIRE(EVP_PKEY_CTX_set1_id(of_key.get(), kSignerId.data(), static_cast<int>(kSignerId.size())) == 1);
    EVP_MD_CTX_set_pkey_ctx(of_digest.get(), of_key.get());
  }

  KeyContext of_key;
  DigestContext of_digest;
};

EVP_PKEY* raw(const std::shared_ptr<void>& key) {
  return static_cast<EVP_PKEY*>(key.get());
}

std::shared_ptr<void> owned(EVP_PKEY* key) {
  return {key, [](void* each) { EVP_PKEY_free(static_cast<EVP_PKEY*>(each)); }};
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

/// Nobody is asked for a password: a key that wants one is not understood.
int no_password(char*, int, int, void*) {
  return -1;
}

EVP_PKEY* read_pem(std::string_view pem, bool is_private) {
  const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), &BIO_free_all);
  return is_private ? PEM_read_bio_PrivateKey(bio.get(), nullptr, no_password, nullptr)
                    : PEM_read_bio_PUBKEY(bio.get(), nullptr, no_password, nullptr);
}

}  // namespace

Sm2Key Sm2Key::make() {
  auto* key = EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2");
  GUATU_REQUIRE(key != nullptr);
  return {owned(key), true};
}

Result<Sm2Key> Sm2Key::parse(std::string_view pem, const std::string& source) {
  constexpr std::size_t kLargest = 64U << 10;
  const bool is_private = pem.find("PRIVATE KEY") != std::string_view::npos;
  auto* const found = pem.size() > kLargest ? nullptr : read_pem(pem, is_private);
  if (found != nullptr) {
    auto key = owned(found);
    if (EVP_PKEY_is_a(found, "SM2") == 1) return Sm2Key(std::move(key), is_private);
  }
  return make_error(ErrorKind::InvalidInput, source,
                    source + " 不是 SM2 密钥（PEM 格式，不带口令）；新建密钥：guatu key new --out 文件",
                    source + " is no SM2 key (PEM, without a password); make one with guatu key new --out FILE");
}

std::string Sm2Key::private_pem() const {
  GUATU_REQUIRE(can_sign_);
  const auto bio = new_bio();
  GUATU_REQUIRE(PEM_write_bio_PrivateKey(bio.get(), raw(key_), nullptr, nullptr, 0, nullptr, nullptr) == 1);
  return text_of(bio);
}

std::string Sm2Key::public_pem() const {
  const auto bio = new_bio();
  GUATU_REQUIRE(PEM_write_bio_PUBKEY(bio.get(), raw(key_)) == 1);
  return text_of(bio);
}

std::string Sm2Key::fingerprint() const {
  unsigned char* bytes = nullptr;
  const int size = i2d_PUBKEY(raw(key_), &bytes);
  GUATU_REQUIRE(size > 0);
  const std::unique_ptr<unsigned char, void (*)(unsigned char*)> owner(bytes, [](auto* each) { OPENSSL_free(each); });
  return sm3_hex({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)});
}

std::string Sm2Key::sign(std::string_view bytes) const {
  GUATU_REQUIRE(can_sign_);
  const Signing signing(raw(key_));
  auto* const context = signing.of_digest.get();
  GUATU_REQUIRE(EVP_DigestSignInit(context, nullptr, EVP_sm3(), nullptr, raw(key_)) == 1);
  std::size_t size = 0;
  GUATU_REQUIRE(EVP_DigestSign(context, nullptr, &size, bytes_of(bytes), bytes.size()) == 1);
  std::string signature(size, '\0');
  auto* const place = reinterpret_cast<unsigned char*>(signature.data());
  GUATU_REQUIRE(EVP_DigestSign(context, place, &size, bytes_of(bytes), bytes.size()) == 1);
  signature.resize(size);
  return to_hex(signature);
}

bool Sm2Key::verifies(std::string_view bytes, std::string_view signature) const {
  const auto der = from_hex(signature);
  if (!der) return false;
  const Signing signing(raw(key_));
  auto* const context = signing.of_digest.get();
  GUATU_REQUIRE(EVP_DigestVerifyInit(context, nullptr, EVP_sm3(), nullptr, raw(key_)) == 1);
  return EVP_DigestVerify(context, bytes_of(*der), der->size(), bytes_of(bytes), bytes.size()) == 1;
}

}  // namespace guatu::ports
