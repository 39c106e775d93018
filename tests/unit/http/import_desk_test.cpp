#include "guatu/http/import_desk.hpp"

#include <gtest/gtest.h>

namespace guatu::http {
namespace {

ImportDesk::File file(const std::string& id, std::size_t bytes) {
  SentFile sent;
  sent.id = id;
  sent.bytes.assign(bytes, 'x');
  return std::make_shared<const SentFile>(std::move(sent));
}

TEST(ImportDesk, KeepsTheNewestFew) {
  ImportDesk desk;
  for (std::size_t i = 0; i <= ImportDesk::kMostFiles; ++i)
    desk.keep(file(std::to_string(i), 1));
  EXPECT_EQ(desk.find("0"), nullptr);
  EXPECT_NE(desk.find("1"), nullptr);
  EXPECT_EQ(desk.find("none"), nullptr);
}

TEST(ImportDesk, KeepsWhatWasUsedLast) {
  ImportDesk desk;
  for (std::size_t i = 0; i < ImportDesk::kMostFiles; ++i)
    desk.keep(file(std::to_string(i), 1));
  EXPECT_NE(desk.find("0"), nullptr);
  desk.keep(file("new", 1));
  EXPECT_NE(desk.find("0"), nullptr);
  EXPECT_EQ(desk.find("1"), nullptr);
}

TEST(ImportDesk, HasAnEndOfItsMemoryAndAlwaysRoomForTheNewest) {
  ImportDesk desk;
  desk.keep(file("first", ImportDesk::kMostBytes / 2));
  desk.keep(file("second", ImportDesk::kMostBytes / 2));
  EXPECT_NE(desk.find("first"), nullptr);
  desk.keep(file("third", 1));
  EXPECT_EQ(desk.find("second"), nullptr);
  EXPECT_NE(desk.find("first"), nullptr);
  desk.keep(file("huge", ImportDesk::kMostBytes + 1));
  EXPECT_NE(desk.find("huge"), nullptr);
  EXPECT_EQ(desk.find("first"), nullptr);
}

TEST(ImportDesk, ReplacesAFileOfTheSameId) {
  ImportDesk desk;
  desk.keep(file("a", 1));
  desk.keep(file("a", 2));
  EXPECT_EQ(desk.find("a")->bytes.size(), 2U);
}

}  // namespace
}  // namespace guatu::http
