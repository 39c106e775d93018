#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "guatu/campaign/campaign_files.hpp"
#include "guatu/ports/store.hpp"
#include "guatu/reporting/dekad_life.hpp"

/// The small documents that verbs answer under --json.
namespace guatu::json {

/// {campaign, version, digest, changed, seq, warnings:[{place, text, text_en}]}
struct InitDocument {
  std::string campaign, version, digest;
  bool changed = false;
  std::int64_t seq = 0;
  std::vector<campaign::CampaignWarning> warnings;
};
[[nodiscard]] std::string encode_init(const InitDocument& document);

/// {dekad, state, published_revisions, dry_run, seq}
[[nodiscard]] std::string encode_step(const reporting::DekadRecord& dekad, bool dry_run, std::int64_t seq);

/// {dekad, revision, as_of, known_seq, head_digest, papers:[{name, digest}], dry_run, seq, notes? :[{text, text_en}]}; an
/// empty `note` is none.
[[nodiscard]] std::string encode_published(const reporting::Publication& publication, bool dry_run, std::int64_t seq,
                                           const Bilingual& note);

/// {project, created, seq}
[[nodiscard]] std::string encode_life_change(const std::string& project, const std::string& created, std::int64_t seq);

/// {commits, publications, papers, erased, signatures (with --key), head, ok, fault, fault_en}
struct VerifyDocument {
  std::int64_t commits = 0, publications = 0, papers = 0, erased = 0;
  std::string head;
  std::optional<Bilingual> fault;
  std::optional<std::int64_t> signatures{};
};
/// `file`: the copy made, or the store restored; `replaced`: where the former store is now, empty when there was none.
[[nodiscard]] std::string encode_backup(const std::string& file, const std::string& replaced,
                                        const ports::CommitHead& head);
[[nodiscard]] std::string encode_verify(const VerifyDocument& document);

/// Note: worth knowing. Warning: will be wrong soon. Error: is wrong.
enum class Severity { Ok, Note, Warning, Error };

struct DoctorCheck {
  std::string name;
  Severity severity = Severity::Ok;
  Bilingual text;    ///< What was found.
  Bilingual why;     ///< Why it matters; empty when it is well.
  Bilingual remedy;  ///< What to do; empty when it is well.
};
/// Whether nothing is wrong.
[[nodiscard]] bool is_well(const std::vector<DoctorCheck>& checks);
/// {ok, checks:[{name, severity:"ok"|"note"|"warning"|"error", ok, text, text_en, why?, why_en?, remedy?, remedy_en?}]}
[[nodiscard]] std::string encode_doctor(const std::vector<DoctorCheck>& checks);

/// {days:[{date, working, source}]} of contract 2.
[[nodiscard]] std::string encode_calendar(const WorkingCalendar& calendar, Date from, Date to);

/// {files:[path], notes:[{text, text_en}]}; without `notes` when there are none.
[[nodiscard]] std::string encode_files(const std::vector<std::string>& paths, const std::vector<Bilingual>& notes = {});

}  // namespace guatu::json
