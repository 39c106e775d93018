#include "guatu/store/postgres/connection_url.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// Addresses of stores on PostgreSQL, as administrators write them.
namespace guatu::store {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(PostgresUrl, NamesUserHostDatabaseAndSchema) {
  const auto place = parse_postgres_url("postgresql://office:p%40ss@db.example:5433/campaigns?schema=north_1").value();
  EXPECT_EQ(place.schema, "north_1");
  EXPECT_EQ(place.database, "campaigns");
  EXPECT_FALSE(place.others);
  EXPECT_EQ(place.shown, "postgresql://office@db.example:5433/campaigns?schema=north_1");
  for (const auto* setting : {"user='office'", "password='p@ss'", "host='db.example'", "port='5433'",
                              "dbname='campaigns'", "search_path=north_1", "client_encoding='UTF8'"})
    EXPECT_THAT(place.conninfo, HasSubstr(setting));
  EXPECT_THAT(place.conninfo, Not(HasSubstr("target_session_attrs")));
}

TEST(PostgresUrl, HasDefaults) {
  for (const auto* url : {"postgresql://", "postgres://db.example"}) {
    const auto place = parse_postgres_url(url).value();
    EXPECT_EQ(place.schema, "guatu");
    EXPECT_EQ(place.database, "");
    EXPECT_THAT(place.conninfo, Not(HasSubstr("password")));
    EXPECT_THAT(place.conninfo, HasSubstr("connect_timeout='5'"));
  }
  EXPECT_THAT(parse_postgres_url("postgresql://h/d?connect_timeout=9").value().conninfo,
              HasSubstr("connect_timeout='9'"));
}

TEST(PostgresUrl, OfSeveralHostsSeeksTheOneThatWrites) {
  const auto place = parse_postgres_url("postgresql://u@one:1,two,[::1]:3/d").value();
  EXPECT_TRUE(place.others);
  EXPECT_THAT(place.conninfo, HasSubstr("host='one,two,::1'"));
  EXPECT_THAT(place.conninfo, HasSubstr("port='1,,3'"));
  EXPECT_THAT(place.conninfo, HasSubstr("target_session_attrs='read-write'"));
  EXPECT_FALSE(parse_postgres_url("postgresql://one,two/d?target_session_attrs=any").value().others);
}

TEST(PostgresUrl, QuotesWhatLibpqWouldMisread) {
  EXPECT_THAT(parse_postgres_url("postgresql://u:a'b%5C@h/d").value().conninfo, HasSubstr(R"(password='a\'b\\')"));
  EXPECT_THAT(parse_postgres_url("postgresql://h/d?host=%2Frun%2Fpg").value().conninfo, HasSubstr("host='/run/pg'"));
}

TEST(PostgresUrl, KeepsTheCallersOptionsBesideItsOwn) {
  EXPECT_THAT(parse_postgres_url("postgresql://h/d?options=-c%20geqo%3Doff").value().conninfo,
              HasSubstr("options='-c geqo=off -c search_path=guatu'"));
}

TEST(PostgresUrl, ThatIsWrongIsToldWithoutRepeatingIt) {
  for (const std::string wrong :
       {"postgresql://u:secret%zz@h/d", "postgresql://u:secret@h:port/d", "postgresql://u:secret@[::1/d",
        "postgresql://u:secret@h/d?schema=North", "postgresql://u:secret@h/d?schema=", "postgresql://u:secret@h/d?=1",
        "postgresql://u:secret@h/d?schema=a;drop", "postgresql://u:secret@h/d?schema=pg_toast",
        "postgresql://u:secret@h/d?schema=1a", "postgresql://u:secret%00@h/d", "mysql://u:secret@h/d",
        "postgresql://u:secret@h/d?schema=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}) {
    const auto place = parse_postgres_url(wrong);
    ASSERT_FALSE(place) << wrong;
    EXPECT_EQ(place.error().kind, ErrorKind::WrongUsage);
    EXPECT_EQ(place.error().subject, "--db");
    for (const auto& text : {place.error().message.zh, place.error().message.en})
      EXPECT_THAT(text, Not(HasSubstr("secret")));
  }
}

TEST(PostgresUrl, NeverRepeatsAPasswordThatWasNotEncoded) {
  for (const std::string wrong :
       {"postgresql://u:1234567/8x@host/db", "postgresql://u:1234567", "postgresql://u:12/34@host/db",
        "postgresql://u:12?ab=34@host/db", "postgresql://h:0/d", "postgresql://h:65536/d",
        "postgresql://h/d?port=1234567", "postgresql://one:1,two:1234567/d"}) {
    const auto place = parse_postgres_url(wrong);
    ASSERT_FALSE(place) << wrong;
    EXPECT_EQ(place.error().kind, ErrorKind::WrongUsage);
    for (const auto& text : {place.error().message.zh, place.error().message.en})
      for (const auto* part : {"123", "8x", "34@", "host/db"})
        EXPECT_THAT(text, Not(HasSubstr(part))) << wrong;
  }
  EXPECT_THAT(parse_postgres_url("postgresql://u:1234567/8x@host/db").error().message.en,
              HasSubstr("in a password write"));
  EXPECT_TRUE(parse_postgres_url("postgresql://h:65535/d"));
  EXPECT_TRUE(parse_postgres_url("postgresql://u:a%2F%40b@h:1/d"));
}

TEST(PostgresUrl, WithAnUnknownParameterIsWrong) {
  const auto place = parse_postgres_url("postgresql://u:secret@h/d?sslmoed=require");
  ASSERT_FALSE(place);
  EXPECT_EQ(place.error().kind, ErrorKind::WrongUsage);
  EXPECT_THAT(place.error().message.en, HasSubstr("there is no parameter sslmoed"));
  EXPECT_TRUE(parse_postgres_url("postgresql://u:secret@h/d?sslmode=require"));
}

TEST(PostgresUrl, NeverShowsAPasswordOrASetting) {
  for (const auto* url : {"postgresql://u:secret@one:1,two/d?schema=x&sslpassword=secret&password=secret",
                          "postgresql://u:secret@h", "postgresql://u:secret@/d?password=secret"}) {
    EXPECT_THAT(parse_postgres_url(url).value().shown, Not(HasSubstr("secret")));
    EXPECT_THAT(parse_postgres_url(url).value().shown, HasSubstr("u@"));
  }
}

}  // namespace
}  // namespace guatu::store
