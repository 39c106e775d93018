#include "tests/store/helper.hpp"

#include <csignal>
#include <functional>
#include <map>
#include <sched.h>
#include <sstream>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tests/store/journal_samples.hpp"
#include "tests/store/store_factory.hpp"

namespace guatu::test {
namespace {

struct Job {
  const StoreFactory& engine;
  std::string where;
  std::vector<std::string> more;
};

/// Straight to the file: nothing is said later than it happened.
void say(const std::string& line) {
  const auto text = line + "\n";
  if (write(STDOUT_FILENO, text.data(), text.size()) != static_cast<ssize_t>(text.size())) _exit(3);
}

std::unique_ptr<ports::Store> open_for(const Job& job) {
  return std::move(job.engine.open(job.where, std::chrono::seconds(30))).value();
}

void say_error(const Error& error) {
  say("error " + std::to_string(static_cast<int>(error.kind)) + " " + error.message.en);
}

/// Appends without end, or until something fails, acknowledging each.
int write_on(ports::Store& store) {
  JournalSamples samples;
  for (;;) {
    const auto head = store.find_head().value();
    const auto next = store.append(samples.full_commit(static_cast<int>(head.seq + 1), 20), head.seq);
    if (!next) {
      say_error(next.error());
      return 0;
    }
    say("acknowledged " + std::to_string(next->seq));
  }
}

int write_without_end(const Job& job) {
  return write_on(*open_for(job));
}

int write_one(const Job& job) {
  const auto store = open_for(job);
  const auto head = store->append(JournalSamples().full_commit(1, 20), 0);
  say("acknowledged " + std::to_string(head.value().seq));
  return 0;
}

/// Adds one, `more[0]` times, to a number that every process reads and writes anew.
int count_up(const Job& job) {
  const auto store = open_for(job);
  JournalSamples samples;
  int conflicts = 0;
  for (int left = std::stoi(job.more.at(0)); left > 0;) {
    const auto head = store->find_head().value();
    const auto now = store->load_newest("count", head.seq).value();
    const auto next = (now.empty() ? 0 : std::stoi(now.at(0).body)) + 1;
    const auto answer = store->append(samples.commit({{"count", "all", std::to_string(next)}}), head.seq);
    if (answer) {
      --left;
    } else if (answer.error().kind == ErrorKind::Conflict) {
      ++conflicts;
    } else {
      say_error(answer.error());
      return 1;
    }
  }
  say("conflicts " + std::to_string(conflicts));
  return 0;
}

/// Writes until no file may grow beyond `more[0]` bytes.
int fill_limited(const Job& job) {
  const auto store = open_for(job);
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{std::stoul(job.more.at(0)), std::stoul(job.more.at(0))};
  if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
  return write_on(*store);
}

/// Writes until a disk of 512 KiB is full, then says what the store holds. 77: no disk can be made here.
int fill_disk(const Job& job) {
  if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return 77;
  if (mount("tmpfs", job.where.c_str(), "tmpfs", 0, "size=512k") != 0) return 77;
  const auto where = job.engine.create(job.where);
  const auto store = std::move(job.engine.open(where, std::chrono::seconds(30))).value();
  write_on(*store);
  const auto fault = store->verify_chain();
  say("head " + std::to_string(store->find_head().value().seq));
  say(!fault ? "cannot verify" : *fault ? "fault " + (*fault)->what : "whole");
  return 0;
}

/// As somebody without the right to write; 77: this process cannot become that.
int write_without_right(const Job& job) {
  if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) return 77;
  const auto store = job.engine.open(job.where, std::chrono::milliseconds(200));
  if (!store) {
    say_error(store.error());
    return 0;
  }
  return write_on(**store);
}

int make_store(const Job& job) {
  const auto where = job.engine.create(job.where);
  say(where);
  return 0;
}

}  // namespace

int run_helper(const std::vector<std::string>& words) {
  const std::map<std::string, std::function<int(const Job&)>> jobs{
      {"write", write_without_end},   {"write-one", write_one}, {"count", count_up},
      {"fill-limited", fill_limited}, {"fill-disk", fill_disk}, {"no-right", write_without_right},
      {"create", make_store}};
  const Job job{engine_called(words.at(0)), words.at(2), {words.begin() + 3, words.end()}};
  return jobs.at(words.at(1))(job);
}

std::vector<std::string> helper_words(const std::string& engine, const std::string& job, const std::string& where,
                                      const std::vector<std::string>& more) {
  std::vector<std::string> words{std::filesystem::read_symlink("/proc/self/exe").string(), kHelperWord, engine, job,
                                 where};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

}  // namespace guatu::test
