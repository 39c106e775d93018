#include "guatu/http/upload_desk.hpp"

#include <gtest/gtest.h>

namespace guatu::http {
namespace {

using std::chrono::seconds;

class UploadDeskTest : public ::testing::Test {
 protected:
  [[nodiscard]] int begin(const std::string& id, const std::string& owner, std::size_t size) {
    const auto problem = desk_.begin({id, owner, id + ".pdf", size, {}, {}}, now_);
    return problem ? problem->status : 200;
  }
  [[nodiscard]] int add(const std::string& id, const std::string& owner, std::size_t offset, std::string_view piece) {
    const auto progress = desk_.add(id, owner, offset, piece, now_);
    return progress.problem ? progress.problem->status : 200;
  }

  UploadDesk desk_{{10, 5, 16, 24, seconds(60)}};
  UploadDesk::Clock::time_point now_{};
};

TEST_F(UploadDeskTest, PiecesMakeAFile) {
  EXPECT_EQ(begin("a", "li", 8), 200);
  EXPECT_EQ(add("a", "li", 0, "12345"), 200);
  EXPECT_EQ(desk_.find_whole("a", "li"), nullptr);
  EXPECT_EQ(add("a", "li", 0, "12345"), 200) << "the same piece again";
  EXPECT_EQ(add("a", "li", 0, "1234x"), 409) << "another one";
  EXPECT_EQ(add("a", "li", 6, "78"), 409) << "a gap";
  EXPECT_EQ(add("a", "li", 5, "6789"), 413) << "more than was announced";
  EXPECT_EQ(add("a", "li", 5, "678901"), 413) << "too large a piece";
  EXPECT_EQ(add("a", "wu", 5, "678"), 404) << "somebody else's";
  EXPECT_EQ(add("a", "li", 5, "678"), 200);
  ASSERT_NE(desk_.find_whole("a", "li"), nullptr);
  EXPECT_EQ(desk_.find_whole("a", "li")->bytes, "12345678");
  EXPECT_EQ(desk_.find_whole("a", "wu"), nullptr);
  desk_.drop({"a"}, "wu");
  EXPECT_NE(desk_.find_whole("a", "li"), nullptr);
  desk_.drop({"a"}, "li");
  EXPECT_EQ(desk_.find_whole("a", "li"), nullptr);
}

TEST_F(UploadDeskTest, OneOwnersOldestGoFirst) {
  EXPECT_EQ(begin("huge", "li", 11), 413);
  EXPECT_EQ(begin("a", "li", 8), 200);
  EXPECT_EQ(begin("b", "li", 8), 200);
  EXPECT_EQ(begin("c", "li", 8), 200);
  EXPECT_EQ(add("a", "li", 0, "x"), 404);
  EXPECT_EQ(add("b", "li", 0, "x"), 200);
}

TEST_F(UploadDeskTest, ManyWaitForRoomAndIdleOnesMakeIt) {
  EXPECT_EQ(begin("a", "li", 10), 200);
  EXPECT_EQ(begin("b", "wu", 10), 200);
  EXPECT_EQ(begin("c", "he", 10), 503);
  now_ += seconds(50);
  EXPECT_EQ(add("b", "wu", 0, "x"), 200);
  now_ += seconds(11);
  EXPECT_EQ(begin("c", "he", 10), 200) << "the first one was idle for too long";
  EXPECT_EQ(add("a", "li", 0, "x"), 404);
  EXPECT_EQ(add("b", "wu", 1, "x"), 200);
}

}  // namespace
}  // namespace guatu::http
