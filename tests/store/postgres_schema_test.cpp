#include <atomic>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "guatu/store/postgres/backup.hpp"
#include "guatu/store/postgres/postgres_store.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"

#include "tests/store/journal_samples.hpp"
#include "tests/store/store_factory.hpp"
#include "tests/support/postgres_place.hpp"
#include "tests/support/program.hpp"

// The schema of a store: made, brought up to date, refused when it is not ours or not ours yet, and what is said when the
// server cannot be used.
namespace guatu::test {
namespace {

namespace fs = std::filesystem;
using store::Migration;
using testing::HasSubstr;
using testing::Not;

class PostgresSchema : public testing::Test {
 protected:
  [[nodiscard]] store::PostgresPlace place() const { return store::parse_postgres_url(where_).value(); }

  [[nodiscard]] static std::vector<Migration> scripts_and(const Migration& more) {
    auto scripts = store::postgres_migrations();
    scripts.push_back(more);
    return scripts;
  }

  [[nodiscard]] std::vector<std::string> look(const std::string& sql) const { return postgres_.look(where_, sql); }

  ports::CommitHead write_commit() {
    const auto journal = std::move(store::open_postgres(place())).value();
    const auto head = journal->find_head().value();
    return journal->append(samples_.full_commit(static_cast<int>(head.seq) + 1, 3), head.seq).value();
  }

  const StoreFactory& postgres_ = engine_called("postgres");
  std::string where_ = fresh_postgres_place();
  TemporaryFolder folder_;
  JournalSamples samples_;
};

const Migration kNext{"9999_note",
                      "-- A table more.\ncreate table notes (\n  text text not null\n);\n"
                      "insert into notes values ('a;b');\n"};

TEST_F(PostgresSchema, HasTheSameMigrationsUnderTheSameNames) {
  const auto& ours = store::postgres_migrations();
  const auto& theirs = store::sqlite_migrations();
  ASSERT_EQ(ours.size(), theirs.size());
  for (std::size_t i = 0; i < ours.size(); ++i)
    EXPECT_EQ(ours[i].name, theirs[i].name);
}

TEST_F(PostgresSchema, HasTheSameTablesAndColumnsAsAFile) {
  ASSERT_TRUE(store::migrate_postgres(place()));
  const auto& sqlite = engine_called("sqlite");
  const auto file = sqlite.create(folder_.path());
  EXPECT_EQ(look("select table_name || '.' || column_name collate \"C\" from information_schema.columns where "
                 "table_schema = '" +
                 schema_of(where_) + "' order by 1"),
            sqlite.look(file,
                        "select m.name || '.' || c.name from sqlite_master m join pragma_table_info(m.name) c "
                        "where m.type = 'table' order by 1"));
}

TEST_F(PostgresSchema, ComparesEveryTextBytewise) {
  ASSERT_TRUE(store::migrate_postgres(place()));
  EXPECT_EQ(
      look("select table_name, column_name from information_schema.columns where table_schema = '" + schema_of(where_) +
           "' and data_type not in ('bigint') and coalesce(collation_name, '') <> 'C' and table_name <> "
           "'schema_migrations'"),
      std::vector<std::string>{});
}

TEST_F(PostgresSchema, IsMadeOnceAndThenLeftAlone) {
  EXPECT_FALSE(store::postgres_store_exists(place()));
  ASSERT_TRUE(store::migrate_postgres(place()));
  EXPECT_TRUE(store::postgres_store_exists(place()));
  const auto before = look("select version, applied_at from schema_migrations");
  write_commit();
  ASSERT_TRUE(store::migrate_postgres(place()));
  EXPECT_EQ(look("select version, applied_at from schema_migrations"), before);
}

TEST_F(PostgresSchema, StandsBesideOthersInOneDatabase) {
  const auto here = where_;
  ASSERT_TRUE(store::migrate_postgres(place()));
  const auto head = write_commit();
  where_ = fresh_postgres_place();
  ASSERT_TRUE(store::migrate_postgres(place()));
  EXPECT_EQ(std::move(store::open_postgres(place())).value()->find_head().value().seq, 0);
  write_commit();
  write_commit();
  where_ = here;
  EXPECT_EQ(std::move(store::open_postgres(place())).value()->find_head().value(), head);
}

TEST_F(PostgresSchema, IsBackedUpBeforeItIsBroughtUpToDate) {
  ASSERT_TRUE(store::migrate_postgres(place()));
  const auto head = write_commit();
  const auto left = fs::current_path();
  fs::current_path(folder_.path());
  const auto migrated = store::migrate_postgres(place(), scripts_and(kNext));
  fs::current_path(left);
  ASSERT_TRUE(migrated) << migrated.error().message.en;
  EXPECT_EQ(look("select text from notes"), std::vector<std::string>{"a;b"});
  const auto version = std::to_string(store::postgres_migrations().size());
  const auto backup = folder_.path() / (place().database + "-" + place().schema + ".backup-" + version);
  ASSERT_TRUE(fs::exists(backup));
  const auto old = std::move(store::open_sqlite(backup.string())).value();
  EXPECT_EQ(old->find_head().value(), head);
  EXPECT_EQ(old->verify_chain(head).value(), std::nullopt);
}

TEST_F(PostgresSchema, AScriptThatFailsChangesNothing) {
  const auto answer =
      store::migrate_postgres(place(), scripts_and({"9999_bad", "create table notes (text text);\ncreate tabel x;\n"}));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::StoreFailed);
  EXPECT_EQ(look("select nspname from pg_namespace where nspname = '" + schema_of(where_) + "'"),
            std::vector<std::string>{});
  ASSERT_TRUE(store::migrate_postgres(place()));
  EXPECT_EQ(write_commit().seq, 1);
}

TEST_F(PostgresSchema, ManyProgramsMayMakeItAtOnce) {
  std::vector<std::thread> programs;
  std::atomic<int> made = 0;
  for (int i = 0; i < 6; ++i)
    programs.emplace_back([&] { made += store::migrate_postgres(place()) ? 1 : 0; });
  for (auto& program : programs)
    program.join();
  EXPECT_EQ(made, 6);
  EXPECT_EQ(look("select count(*) from schema_migrations"),
            std::vector<std::string>{std::to_string(store::postgres_migrations().size())});
}

TEST_F(PostgresSchema, ANewerOneIsRefusedAndLeftAlone) {
  ASSERT_TRUE(store::migrate_postgres(place(), scripts_and(kNext)));
  const auto migrated = store::migrate_postgres(place());
  const auto opened = store::open_postgres(place());
  ASSERT_FALSE(migrated);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error(), migrated.error());
  EXPECT_THAT(opened.error().message.en, HasSubstr("was written by a newer program; upgrade this one first"));
  EXPECT_EQ(opened.error().subject, place().shown);
}

TEST_F(PostgresSchema, AForeignOneIsRefusedAndLeftAlone) {
  const auto schema = schema_of(where_);
  postgres_.tamper(where_, "create schema " + schema);
  postgres_.tamper(where_, "create table " + schema + ".contacts (name text)");
  const auto migrated = store::migrate_postgres(place());
  const auto opened = store::open_postgres(place());
  ASSERT_FALSE(migrated);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error(), migrated.error());
  EXPECT_THAT(opened.error().message.en, HasSubstr("is not a Guatu store; name another (schema=)"));
  EXPECT_EQ(look("select count(*) from pg_tables where schemaname = '" + schema + "'"), std::vector<std::string>{"1"});
}

TEST_F(PostgresSchema, OneThatIsMissingIsNotMade) {
  const auto answer = store::open_postgres(place());
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::StoreFailed);
  EXPECT_THAT(answer.error().message.en, HasSubstr("there is no store " + place().shown));
  EXPECT_EQ(look("select count(*) from pg_namespace where nspname = '" + schema_of(where_) + "'"),
            std::vector<std::string>{"0"});
}

/// What is said when the server cannot be used: a sentence with what to do, and never the password.
TEST_F(PostgresSchema, AServerThatCannotBeUsedIsExplained) {
  const auto password_at = where_.find("guatu:") + 6;
  const auto password = where_.substr(password_at, where_.find('@') - password_at);
  const auto port_at = where_.find("127.0.0.1:") + 10;
  const auto port = where_.substr(port_at, where_.find('/', port_at) - port_at);
  const auto with = [&](const std::string& old, const std::string& now) {
    auto changed = where_;
    return changed.replace(changed.find(old), old.size(), now);
  };
  const std::vector<std::tuple<std::string, std::string, std::string>> cases{
      {with(":" + port + "/", ":1/"), "no database server answers", "连接不上数据库服务器"},
      {with(password, "wrong"), "user or password is wrong", "用户名或密码不对"},
      {with("guatu:", "nobody_knows:"), "user or password is wrong", "用户名或密码不对"},
      {with("/guatu?", "/nothing?"), "the server has no such database", "服务器上没有这个数据库"},
  };
  for (const auto& [url, english, chinese] : cases) {
    const auto there = store::parse_postgres_url(url).value();
    const auto migrated = store::migrate_postgres(there);
    const auto opened = store::open_postgres(there);
    ASSERT_FALSE(migrated) << english;
    ASSERT_FALSE(opened) << english;
    for (const auto& error : {migrated.error(), opened.error()}) {
      EXPECT_EQ(error.kind, ErrorKind::StoreFailed);
      EXPECT_EQ(error.subject, there.shown);
      EXPECT_THAT(error.message.en, HasSubstr(english));
      EXPECT_THAT(error.message.zh, HasSubstr(chinese));
      EXPECT_THAT(error.message.en + error.message.zh + error.subject, Not(HasSubstr(password)));
    }
    EXPECT_FALSE(store::postgres_store_exists(there));
  }
}

TEST_F(PostgresSchema, OneThatTheUserMayNotLookIntoIsNoDamage) {
  ASSERT_TRUE(store::migrate_postgres(place()));
  const auto role = schema_of(where_) + "_reader";
  postgres_.tamper(where_, "create role " + role + " login password 'reader'");
  auto url = where_;
  const auto from = url.find("//") + 2;
  url.replace(from, url.find('@') - from, role + ":reader");
  const auto there = store::parse_postgres_url(url).value();
  const auto opened = store::open_postgres(there);
  const auto migrated = store::migrate_postgres(there);
  postgres_.tamper(where_, "drop role " + role);
  ASSERT_FALSE(opened);
  ASSERT_FALSE(migrated);
  for (const auto& error : {opened.error(), migrated.error()}) {
    EXPECT_THAT(error.message.en, HasSubstr("the user lacks a right"));
    EXPECT_THAT(error.message.en, HasSubstr("no USAGE on schema " + schema_of(where_)));
    EXPECT_THAT(error.message.zh, HasSubstr("用户没有所需权限"));
  }
}

TEST_F(PostgresSchema, AServerThatOnlyReadsIsExplained) {
  ASSERT_TRUE(store::migrate_postgres(place()));
  write_commit();
  const auto reading = store::parse_postgres_url(where_ + "&options=-c%20default_transaction_read_only%3Don").value();
  const auto journal = std::move(store::open_postgres(reading)).value();
  EXPECT_EQ(journal->find_head().value().seq, 1);
  EXPECT_EQ(journal->verify_chain().value(), std::nullopt);
  const auto answer = journal->append(samples_.full_commit(2, 3), 1);
  ASSERT_FALSE(answer);
  EXPECT_THAT(answer.error().message.en, HasSubstr("the server only reads (a standby)"));
  EXPECT_EQ(journal->find_head().value().seq, 1);
}

TEST_F(PostgresSchema, AWeakerSettingForConfirmingIsRaisedAndAStrongerOneKept) {
  ASSERT_TRUE(store::migrate_postgres(place()));
  // The server itself notes the setting with which a commit was written.
  postgres_.tamper(where_, "create table settings (setting text)");
  postgres_.tamper(where_,
                   "create function note_setting() returns trigger language plpgsql as $$ begin insert into "
                   "settings values (current_setting('synchronous_commit')); return new; end $$");
  postgres_.tamper(where_,
                   "create trigger note_setting before insert on commits for each row execute function "
                   "note_setting()");
  const auto base = where_;
  for (const auto* wanted : {"off", "local", "remote_write", "on", "remote_apply"}) {
    where_ = base + "&options=-c%20synchronous_commit%3D" + wanted;
    write_commit();
  }
  where_ = base;
  EXPECT_EQ(look("select setting from settings order by ctid"),
            (std::vector<std::string>{"on", "on", "on", "on", "remote_apply"}));
}

TEST_F(PostgresSchema, WhatTheServerRemarksIsNotSaidToUsers) {
  ASSERT_TRUE(store::migrate_postgres(place()));
  postgres_.tamper(where_,
                   "create function remark() returns trigger language plpgsql as $$ begin raise warning 'a remark'; "
                   "return new; end $$");
  postgres_.tamper(where_, "create trigger remark before insert on commits for each row execute function remark()");
  ::testing::internal::CaptureStderr();
  const auto head = write_commit();
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
  EXPECT_EQ(head.seq, 1);
}

TEST_F(PostgresSchema, ReportsItsServer) {
  ASSERT_TRUE(store::migrate_postgres(place()));
  const auto report = std::move(store::open_postgres(place())).value()->report_server().value();
  EXPECT_THAT(report.engine, testing::StartsWith("PostgreSQL 1"));
  EXPECT_FALSE(report.standby);
  EXPECT_EQ(report.lag_seconds, std::nullopt);
  EXPECT_EQ(report.standbys, 0);
  EXPECT_GT(report.data_bytes, 0);
  EXPECT_EQ(report.schema_version, std::ssize(store::postgres_migrations()));
  EXPECT_TRUE(report.warnings.empty());
}

}  // namespace
}  // namespace guatu::test
