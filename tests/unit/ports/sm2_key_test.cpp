#include "guatu/ports/sm2_key.hpp"

#include <gtest/gtest.h>

#include "guatu/ports/head_signature.hpp"

namespace guatu::ports {
namespace {

// Made by `openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:SM2`; the signature by
// `openssl pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:1234567812345678` over "guatu".
constexpr const char* kPublicKey =
    "-----BEGIN PUBLIC KEY-----\n"
    "MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAEn7tGRzYB8MQ5Qcd8ExwenyOWRYH0\n"
    "UPCk1i1smIy/w7tM/lFxYEw4nYAxV9zRxPFMCtJ4JXwB1m9hQonZnvRuFQ==\n"
    "-----END PUBLIC KEY-----\n";
constexpr const char* kSignature =
    "3046022100dd9d06846ab0336378c519ba83745b194310b5f553d816af24e3145f03b5ad"
    "61022100c0020c1b049b579389e710f73ab51e73d06fdf24f447425687f9a29cc25f5a31";
constexpr const char* kEllipticKey =  // P-256, not SM2.
    "-----BEGIN PUBLIC KEY-----\n"
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEP4RvvaHfNLQwSpttkHDBPyTB5bPy\n"
    "FibLWdTkXlgT9RK9JmMPiCCf7/4eGI3aB9LI+YAaRvTZS3EVU7eY7mkJUw==\n"
    "-----END PUBLIC KEY-----\n";

TEST(Sm2Key, VerifiesWhatItSigned) {
  const auto key = Sm2Key::make();
  const auto signature = key.sign("通报");
  EXPECT_TRUE(key.verifies("通报", signature));
  EXPECT_FALSE(key.verifies("通知", signature));
  EXPECT_FALSE(Sm2Key::make().verifies("通报", signature));
}

TEST(Sm2Key, RefusesSignaturesThatAreNone) {
  const auto key = Sm2Key::make();
  auto signature = key.sign("通报");
  for (const auto* wrong : {"", "0", "zz", "30", "3006020100020100"})
    EXPECT_FALSE(key.verifies("通报", wrong)) << wrong;
  signature[20] = signature[20] == '0' ? '1' : '0';
  EXPECT_FALSE(key.verifies("通报", signature));
}

TEST(Sm2Key, IsTheSameAfterTheWayThroughAFile) {
  const auto key = Sm2Key::make();
  const auto back = Sm2Key::parse(key.private_pem(), "office.key");
  ASSERT_TRUE(back);
  EXPECT_TRUE(back->can_sign());
  EXPECT_EQ(back->fingerprint(), key.fingerprint());
  const auto open = Sm2Key::parse(key.public_pem(), "office.key.pub");
  ASSERT_TRUE(open);
  EXPECT_FALSE(open->can_sign());
  EXPECT_EQ(open->fingerprint(), key.fingerprint());
  EXPECT_TRUE(open->verifies("通报", back->sign("通报")));
}

TEST(Sm2Key, AgreesWithAnotherProgram) {
  const auto key = Sm2Key::parse(kPublicKey, "office.key.pub");
  ASSERT_TRUE(key);
  EXPECT_TRUE(key->verifies("guatu", kSignature));
  EXPECT_FALSE(key->verifies("guatv", kSignature));
}

TEST(Sm2Key, RefusesOtherFilesByName) {
  for (const auto* text : {"", "no key", kEllipticKey}) {
    const auto key = Sm2Key::parse(text, "office.key");
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(key.error().subject, "office.key");
  }
}

TEST(HeadSignature, SignsNumberInstantAndDigest) {
  EXPECT_EQ(bytes_to_sign({17, "ab", 1'670'000'000}), "12:guatu-head-1,2:17,10:1670000000,2:ab,");
}

}  // namespace
}  // namespace guatu::ports
