#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <semaphore>
#include <thread>

#include "guatu/http/answers/known_answer.hpp"
#include "guatu/http/answers/ready_answers.hpp"
#include "guatu/http/query/query_reader.hpp"
#include "guatu/http/wire/compression.hpp"
#include "guatu/http/wire/flight_count.hpp"
#include "guatu/http/wire/worker_pool.hpp"

// The small parts below the service.
namespace guatu::http {
namespace {

using namespace std::chrono_literals;

std::shared_ptr<const std::string> body(std::size_t size) {
  return std::make_shared<const std::string>(size, 'x');
}

TEST(ReadyAnswers, ForgetWhatWasUsedLongestAgo) {
  ReadyAnswers answers(100);
  answers.keep("a", body(25));
  answers.keep("b", body(25));
  answers.keep("c", body(25));
  answers.keep("d", body(25));
  EXPECT_NE(answers.find("a"), nullptr);
  answers.keep("e", body(25));
  EXPECT_EQ(answers.find("b"), nullptr);
  for (const auto* tag : {"a", "c", "d", "e"})
    EXPECT_NE(answers.find(tag), nullptr) << tag;
}

TEST(ReadyAnswers, DoNotKeepGiants) {
  ReadyAnswers answers(100);
  answers.keep("small", body(25));
  answers.keep("giant", body(26));
  EXPECT_EQ(answers.find("giant"), nullptr);
  EXPECT_NE(answers.find("small"), nullptr);
}

TEST(FlightCount, WaitsForThoseWhoCameBefore) {
  FlightCount flights;
  auto early = flights.enter();
  auto copy = early;
  flights.close();
  const auto late = flights.enter();
  early.reset();
  EXPECT_FALSE(flights.wait_until_empty(1ms)) << "a copy still counts";
  copy.reset();
  EXPECT_TRUE(flights.wait_until_empty(120s));
}

TEST(WorkerPool, DoesEverythingThatItTook) {
  std::atomic<int> done{0};
  std::counting_semaphore<1000> finished{0};
  WorkerPool pool(3, 1000);
  for (int i = 0; i < 200; ++i)
    ASSERT_TRUE(pool.take([&] {
      ++done;
      finished.release();
    }));
  for (int i = 0; i < 200; ++i)
    ASSERT_TRUE(finished.try_acquire_for(120s));
  EXPECT_EQ(done, 200);
}

TEST(WorkerPool, TakesNoMoreThanItsQueueHolds) {
  std::binary_semaphore started{0};
  std::counting_semaphore<8> go{0};
  WorkerPool pool(1, 2);
  ASSERT_TRUE(pool.take([&] {
    started.release();
    go.acquire();
  }));
  ASSERT_TRUE(started.try_acquire_for(120s));
  EXPECT_TRUE(pool.take([] {}));
  EXPECT_TRUE(pool.take([] {}));
  EXPECT_FALSE(pool.take([] {}));
  go.release();
}

TEST(ClientHas, ComparesTagsWeakly) {
  const auto has = [](const std::string& value) {
    return client_has({"GET", "/", {{"if-none-match", value}}, ""}, "\"abc\"");
  };
  EXPECT_TRUE(has("\"abc\""));
  EXPECT_TRUE(has("\"x\", W/\"abc\""));
  EXPECT_TRUE(has("*"));
  EXPECT_FALSE(has("abc"));
  EXPECT_FALSE(has("\"abcd\""));
  EXPECT_FALSE(has(""));
}

TEST(QueryReader, ReadsDaysInstantsAndText) {
  const auto target = parse_target("/x?as_of=2023-02-10&known_at=2023-02-10T08:00:00Z&unit=a").value();
  QueryReader query(target);
  EXPECT_EQ(query.find_day("as_of"), Date::of(2023, 2, 10));
  EXPECT_EQ(query.find_day("absent"), std::nullopt);
  EXPECT_EQ(query.find_instant("known_at"), 1676016000);
  EXPECT_EQ(query.text("unit"), "a");
  EXPECT_EQ(query.text("absent"), "");
  EXPECT_FALSE(query.finish());
}

TEST(QueryReader, ADayAsAnInstantIsItsLastSecond) {
  const auto target = parse_target("/x?known_at=2023-02-10").value();
  QueryReader query(target);
  EXPECT_EQ(query.find_instant("known_at"), 1676044799);
}

TEST(QueryReader, NamesEveryFault) {
  const auto target = parse_target("/x?day=9999-01-01&at=now&more=1").value();
  QueryReader query(target);
  (void)query.find_day("day");
  (void)query.find_instant("at");
  std::vector<std::string> pointers;
  const auto problem = query.finish();
  ASSERT_TRUE(problem);
  for (const auto& fault : problem->faults)
    pointers.push_back(fault.pointer);
  EXPECT_THAT(pointers, testing::ElementsAre("/query/day", "/query/at", "/query/more"));
}

TEST(QueryReader, ReadsFlagsNumbersChoicesAndWords) {
  const auto target = parse_target("/x?yes=true&no=false&n=7&c=b&w=a,b,%20c").value();
  QueryReader query(target);
  static constexpr std::string_view kChoices[] = {"a", "b"};
  EXPECT_EQ(query.find_flag("yes"), true);
  EXPECT_EQ(query.find_flag("no"), false);
  EXPECT_EQ(query.find_flag("absent"), std::nullopt);
  EXPECT_EQ(query.number("n", 1, 9, 3), 7);
  EXPECT_EQ(query.number("absent", 1, 9, 3), 3);
  EXPECT_EQ(query.choice("c", kChoices), "b");
  EXPECT_EQ(query.choice("absent", kChoices), "");
  EXPECT_THAT(query.words("w"), testing::ElementsAre("a", "b", "c"));
  EXPECT_FALSE(query.finish());
}

TEST(QueryReader, RefusesEveryOtherFlagNumberChoiceAndWord) {
  const auto target = parse_target("/x?f=yes&n=10&m=7x&c=d&w=a,q&e=").value();
  QueryReader query(target);
  static constexpr std::string_view kChoices[] = {"a", "b"};
  (void)query.find_flag("f");
  EXPECT_EQ(query.number("n", 1, 9, 3), 3);
  EXPECT_EQ(query.number("m", 1, 9, 3), 3);
  (void)query.choice("c", kChoices);
  (void)query.words("w", [](std::string_view word) { return word == "a"; });
  (void)query.words("e");
  const auto problem = query.finish();
  ASSERT_TRUE(problem);
  std::vector<std::string> pointers;
  for (const auto& fault : problem->faults)
    pointers.push_back(fault.pointer);
  EXPECT_THAT(pointers, testing::ElementsAre("/query/f", "/query/n", "/query/m", "/query/c", "/query/w", "/query/e"));
}

TEST(AcceptsGzip, ReadsWhatTheClientTakes) {
  const auto accepts = [](const std::string& value) {
    return accepts_gzip({"GET", "/", {{"accept-encoding", value}}, ""});
  };
  for (const auto* taken : {"gzip", "br, gzip", "gzip;q=0.001", "deflate , gzip ; q=1", "*", "*;q=0.5"})
    EXPECT_TRUE(accepts(taken)) << taken;
  for (const auto* refused : {"", "identity", "gzip;q=0", "gzip;q=0.000", "gzip;q=0, *", "*;q=0", "x-gzip"})
    EXPECT_FALSE(accepts(refused)) << refused;
}

TEST(Gzip, IsTheSameForTheSameBytes) {
  const std::string text(5000, 'a');
  const auto packed = gzip(text, Effort::Quick);
  EXPECT_EQ(packed, gzip(text, Effort::Quick));
  EXPECT_LT(packed.size(), 100U);
  EXPECT_EQ(packed.substr(0, 2), "\x1f\x8b");
  EXPECT_FALSE(gzip("", Effort::Best).empty());
}

}  // namespace
}  // namespace guatu::http
