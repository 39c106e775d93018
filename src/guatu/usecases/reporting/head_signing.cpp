#include "guatu/usecases/reporting/head_signing.hpp"

namespace guatu::usecases {

Result<ports::HeadSignature> sign_head(const Session& session, const ports::Sm2Key& key) {
  GUATU_TRY(const auto head, session.store.find_head());
  if (head.seq == 0)
    return make_error(ErrorKind::Refused, "0", "台账还没有任何提交，没有可签名的内容",
                      "nothing is recorded yet, so there is nothing to sign");
  const ports::HeadSignature signature{head, key.fingerprint(), key.sign(ports::bytes_to_sign(head)),
                                       session.clock.now()};
  GUATU_CHECK(session.store.put_head_signature(signature));
  return signature;
}

Result<std::optional<ports::HeadSignature>> find_covering_signature(ports::Store& store, std::int64_t seq) {
  GUATU_TRY(const auto signatures, store.load_head_signatures());
  for (const auto& each : signatures)
    if (each.head.seq > seq) return std::optional(each);
  return std::optional<ports::HeadSignature>{};
}

std::optional<Bilingual> signature_fault(const std::vector<ports::HeadSignature>& signatures, const ports::Sm2Key& key,
                                         std::int64_t covered) {
  const auto fingerprint = key.fingerprint();
  std::int64_t newest = 0;
  for (const auto& each : signatures) {
    if (each.key != fingerprint) continue;
    const auto number = std::to_string(each.head.seq);
    if (!key.verifies(ports::bytes_to_sign(each.head), each.signature))
      return Bilingual{
          "第 " + number + " 号提交的签名不是这把密钥所签，签名或所签内容被改动过",
          "the signature of commit " + number + " was not made by this key: it, or what it signs, was altered"};
    newest = std::max(newest, each.head.seq);
  }
  if (newest >= covered) return std::nullopt;
  return Bilingual{"第 " + std::to_string(covered) + " 号提交（已通报）没有被这把密钥签名；若从未签过：guatu key sign",
                   "commit " + std::to_string(covered) +
                       ", a published one, is covered by no signature of this key; if it never was: guatu key sign"};
}

}  // namespace guatu::usecases
