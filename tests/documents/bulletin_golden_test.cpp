#include <gtest/gtest.h>

#include "guatu/reporting/bulletin_model.hpp"

#include "tests/support/bulletin_case.hpp"
#include "tests/support/golden.hpp"

// The bulletin's words as a whole; numbers of the golden files were recomputed by hand from tests/support/bulletin_case.hpp.
namespace guatu {
namespace {

using testing::bulletin_case;
using testing::december;
using testing::expect_golden;

std::string text_of(const testing::BulletinCase& made) {
  return reporting::plain_text(reporting::make_bulletin(*made.input));
}

TEST(BulletinGolden, FirstDekadHasNothingToCompareWith) {
  const auto made = bulletin_case(december(10));
  expect_golden("bulletin_first_dekad.txt", text_of(*made));
}

TEST(BulletinGolden, AssessmentCutNamesCandidatesAndChanges) {
  const auto made = bulletin_case(december(31));
  made->input->carried = {UnitCode{"south"}, UnitCode{"west"}};
  expect_golden("bulletin_assessment_cut.txt", text_of(*made));
}

TEST(BulletinGolden, CorrectionSaysWhatItReplacesAndWhy) {
  const auto made = bulletin_case(december(20));
  made->input->revision = 2;
  made->input->reason = "北区中学批复文号有误";
  expect_golden("bulletin_correction.txt", text_of(*made));
}

TEST(BulletinGolden, WithoutAnyProjectItStillReads) {
  ledger::Ledger empty;
  empty.seq = 42;
  const auto made = bulletin_case(december(20), std::move(empty));
  expect_golden("bulletin_without_projects.txt", text_of(*made));
}

TEST(BulletinGolden, DraftIsMarked) {
  const auto made = bulletin_case(december(15));
  made->input->draft = true;
  made->input->revision = 0;
  expect_golden("bulletin_draft.txt", text_of(*made));
}

}  // namespace
}  // namespace guatu
