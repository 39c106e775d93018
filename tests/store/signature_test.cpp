#include "tests/store/store_suite.hpp"

// Signed heads beside the chain. What a signature is worth is the key's matter; that it names the chain's own commits is ours.
namespace guatu::test {
namespace {

class Signatures : public StoreSuite {
 protected:
  Signatures() {
    for (int i = 1; i <= 3; ++i)
      heads_.push_back(append(samples_.full_commit(i, 2)));
  }

  [[nodiscard]] static ports::HeadSignature signature_of(const ports::CommitHead& head, char key = 'a') {
    return {head, std::string(64, key), "30440220", head.recorded_at + 5};
  }

  std::vector<ports::CommitHead> heads_;
};
GUATU_ON_EVERY_ENGINE(Signatures);

TEST_P(Signatures, AreKeptInTheOrderOfNumberAndKey) {
  const std::vector signatures{signature_of(heads_[0]), signature_of(heads_[2], 'a'), signature_of(heads_[2], 'b')};
  for (const auto i : {2, 0, 1})
    ASSERT_TRUE(store_->put_head_signature(signatures[i]));
  EXPECT_EQ(store_->load_head_signatures().value(), signatures);
  EXPECT_EQ(store_->verify_chain().value(), std::nullopt);
}

TEST_P(Signatures, OfTheSameKeyAndNumberReplaceEachOther) {
  auto signature = signature_of(heads_[1]);
  ASSERT_TRUE(store_->put_head_signature(signature));
  signature.signature = "30450221";
  ASSERT_TRUE(store_->put_head_signature(signature));
  EXPECT_EQ(store_->load_head_signatures().value(), std::vector{signature});
}

TEST_P(Signatures, AreRefusedForACommitThatTheChainDoesNotHave) {
  auto wrong = signature_of(heads_[1]);
  wrong.head.digest = heads_[0].digest;
  const auto answer = store_->put_head_signature(wrong);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::NotFound);
  wrong.head.seq = 17;
  EXPECT_FALSE(store_->put_head_signature(wrong));
  EXPECT_TRUE(store_->load_head_signatures().value().empty());
}

TEST_P(Signatures, ShowAChainThatWasCutOff) {
  ASSERT_TRUE(store_->put_head_signature(signature_of(heads_[2])));
  for (const auto* sql : {"delete from newest_records where seq = 3", "delete from commit_blobs where seq = 3",
                          "delete from commit_personal where seq = 3", "delete from records where seq = 3",
                          "delete from commits where seq = 3"})
    engine_.tamper(where_, sql);
  const auto found = store_->verify_chain().value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->seq, 3);
  EXPECT_EQ(found->what, "commit 3: is missing: commit 3 was signed, the end was cut off");
}

TEST_P(Signatures, ThatNameAnotherDigestAreFound) {
  ASSERT_TRUE(store_->put_head_signature(signature_of(heads_[1])));
  engine_.tamper(where_, "update head_signatures set digest = '" + heads_[0].digest + "'");
  const auto found = store_->verify_chain().value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->what, "commit 2: is not the one that was signed");
}

TEST_P(Signatures, ThatNameNoCommitAreFound) {
  ASSERT_TRUE(store_->put_head_signature(signature_of(heads_[1])));
  engine_.tamper(where_, "update head_signatures set seq = 0");
  const auto found = store_->verify_chain().value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->what, "a signature names a commit without a valid number");
}

}  // namespace
}  // namespace guatu::test
