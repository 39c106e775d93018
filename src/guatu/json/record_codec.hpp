#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/calendar/dekad.hpp"
#include "guatu/intake/answers.hpp"
#include "guatu/json/personal_vault.hpp"
#include "guatu/ledger/ledger.hpp"
#include "guatu/reporting/dekad_life.hpp"

/// Canonical bytes of what the journal holds. Each body is one JSON object without white space, keys in the order written
/// here, `"v"` first, absent when empty. The bytes are chained, so an encoding is never changed: a new one gets a new `v`,
/// and old ones stay readable.
///
/// Errors of decoding: IntegrityBroken with the key at fault.
namespace guatu::json {

/// Record types of the journal.
inline constexpr std::string_view kCampaignRecord = "campaign";
inline constexpr std::string_view kProjectRecord = "project";
inline constexpr std::string_view kLifeRecord = "life";
inline constexpr std::string_view kPartRecord = "part";
inline constexpr std::string_view kReturnRecord = "return";
inline constexpr std::string_view kUpperProblemsRecord = "upper_problems";
inline constexpr std::string_view kAnswersRecord = "answers";
inline constexpr std::string_view kDisputeRecord = "dispute";
inline constexpr std::string_view kDekadRecord = "dekad";
inline constexpr std::string_view kPublicationRecord = "publication";

[[nodiscard]] std::string encode_project(const ledger::ProjectRecord& project, PersonalVault& vault);
[[nodiscard]] Result<ledger::ProjectRecord> decode_project(std::string_view body, const PersonalVault& vault);

struct PartKey {
  ProjectId project;
  KindCode kind;
  std::string part;
};
/// "P0001/energy" or "P0001/energy/二标段".
[[nodiscard]] std::string part_subject(const PartKey& key);
[[nodiscard]] PartKey parse_part_subject(std::string_view subject);
[[nodiscard]] std::string encode_part(const ledger::PartFacts& facts, PersonalVault& vault);
[[nodiscard]] Result<ledger::PartFacts> decode_part(std::string_view body, const PersonalVault& vault);

[[nodiscard]] std::string encode_life_event(const ledger::LifeEvent& event);
[[nodiscard]] Result<ledger::LifeEvent> decode_life_event(std::string_view body);

/// `workbook`: digest of the file's bytes, kept as a blob.
struct StoredReturn {
  ledger::ReturnReceived received;
  std::string workbook;
};
[[nodiscard]] std::string return_subject(const UnitCode& unit, const Dekad& dekad);
[[nodiscard]] std::string encode_return(const StoredReturn& stored);
[[nodiscard]] Result<StoredReturn> decode_return(std::string_view body);

[[nodiscard]] std::string encode_upper_problems(const ledger::UpperProblemList& list);
[[nodiscard]] Result<ledger::UpperProblemList> decode_upper_problems(std::string_view body);

/// What a unit's questions were answered, under the unit's code; answers about cells are not kept.
[[nodiscard]] std::string encode_answers(const intake::Answers& answers);
[[nodiscard]] Result<intake::Answers> decode_answers(std::string_view body);
/// "P0001/energy#finished_on@platform@2022-12-10": each opening is a subject of its own.
[[nodiscard]] std::string dispute_subject(const ledger::SourceDispute& dispute);
[[nodiscard]] std::string encode_dispute(const ledger::SourceDispute& dispute);
[[nodiscard]] Result<ledger::SourceDispute> decode_dispute(std::string_view body);

[[nodiscard]] std::string encode_dekad(const reporting::DekadRecord& dekad);
[[nodiscard]] Result<reporting::DekadRecord> decode_dekad(std::string_view body);

/// A version of the campaign's files: `files` is the digest of the blob that holds them.
struct CampaignRecord {
  std::string id, version, files;
};
[[nodiscard]] std::string encode_campaign(const CampaignRecord& campaign);
[[nodiscard]] Result<CampaignRecord> decode_campaign(std::string_view body);

[[nodiscard]] std::string publication_subject(const Dekad& dekad, int revision);
[[nodiscard]] std::string encode_publication(const reporting::Publication& publication);
[[nodiscard]] Result<reporting::Publication> decode_publication(std::string_view body);

}  // namespace guatu::json
