#include "guatu/http/events/event_hub.hpp"

#include <gtest/gtest.h>

namespace guatu::http {
namespace {

class Noting final : public EventListener {
 public:
  void send(const std::string& bytes) override { heard += bytes; }
  void end() override { ended = true; }
  [[nodiscard]] bool is_gone() const override { return gone; }

  std::string heard;
  bool ended = false;
  bool gone = false;
};

std::shared_ptr<Noting> join(EventHub& hub, std::int64_t head) {
  auto listener = std::make_shared<Noting>();
  EXPECT_TRUE(hub.reserve());
  hub.join(listener, head);
  return listener;
}

TEST(EventHub, GreetsWithTheHeadAndTellsEachNewOneOnce) {
  EventHub hub(4);
  const auto listener = join(hub, 7);
  EXPECT_EQ(listener->heard, "retry: 3000\n\n" + event_text("hello", 7));
  listener->heard.clear();
  hub.tell("ledger", 8);
  hub.tell("ledger", 8);
  hub.tell("ledger", 6);
  hub.tell("published", 9);
  EXPECT_EQ(listener->heard, event_text("ledger", 8) + event_text("published", 9));
  EXPECT_EQ(hub.head(), 9);
}

TEST(EventHub, WritesEventsAsTheyAreRead) {
  EXPECT_EQ(event_text("ledger", 17), "event: ledger\nid: 17\ndata: {\"topic\":\"ledger\",\"seq\":17}\n\n");
}

TEST(EventHub, HasAnEndOfItsRoom) {
  EventHub hub(2);
  const auto first = join(hub, 1);
  EXPECT_TRUE(hub.reserve());
  EXPECT_FALSE(hub.reserve()) << "a reserved place is taken";
  hub.join(std::make_shared<Noting>(), 1);
  EXPECT_FALSE(hub.reserve());
  first->gone = true;
  hub.beat();
  EXPECT_TRUE(hub.reserve()) << "who went away leaves room";
}

TEST(EventHub, ForgetsWhoWentAway) {
  EventHub hub(2);
  const auto listener = join(hub, 1);
  listener->gone = true;
  listener->heard.clear();
  hub.tell("ledger", 2);
  EXPECT_EQ(listener->heard, "");
  EXPECT_FALSE(hub.has_listeners());
}

TEST(EventHub, EndsEverybodyAndTakesNobodyAfterwards) {
  EventHub hub(3);
  const auto listener = join(hub, 1);
  ASSERT_TRUE(hub.reserve());
  hub.close();
  EXPECT_TRUE(listener->ended);
  EXPECT_FALSE(hub.reserve());
  const auto late = std::make_shared<Noting>();
  hub.join(late, 1);
  EXPECT_TRUE(late->ended) << "who was on his way is ended too";
}

}  // namespace
}  // namespace guatu::http
