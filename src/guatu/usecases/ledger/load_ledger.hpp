#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "guatu/json/personal_vault.hpp"
#include "guatu/json/record_codec.hpp"
#include "guatu/ledger/ledger.hpp"
#include "guatu/usecases/campaign_versions.hpp"

/// From the journal to the values that the core works on.
namespace guatu::usecases {

/// Everything known at one commit. Copies are cheap: they share projects, campaign and personal values.
struct Known {
  ports::CommitHead head;
  std::shared_ptr<const CampaignVersion> version;
  ledger::Ledger ledger;
  std::vector<reporting::DekadRecord> dekads;        ///< By dekad.
  std::vector<reporting::Publication> publications;  ///< In order of publication.
  std::map<UnitCode, intake::Answers> answers;       ///< To questions about earlier returns.
  json::PersonalVault vault;
  std::int64_t erased_personal = 0;  ///< Values that were erased until then.

  [[nodiscard]] const campaign::Campaign& campaign() const { return version->campaign; }
  [[nodiscard]] const reporting::DekadRecord* find_dekad(const Dekad& dekad) const;
  /// The newest revision published for the dekad.
  [[nodiscard]] const reporting::Publication* find_publication(const Dekad& dekad) const;
  /// Last day of the newest published dekad.
  [[nodiscard]] std::optional<Date> published_through() const;
};

/// `entropy` gives salts when the vault later meets new personal values; may be null for reading.
/// Errors: NotFound without a campaign; IntegrityBroken; StoreFailed.
[[nodiscard]] Result<Known> load_known(ports::Store& store, const ports::CommitHead& head,
                                       ports::Entropy* entropy = nullptr);

[[nodiscard]] Result<Known> load_newest(ports::Store& store);

/// At the head, to be written to: kept ready where the session has such ledgers. Copies share what they do not change.
[[nodiscard]] Result<Known> load_newest(const Session& session);

/// Returns, lists, answers, disputes, dekads and publications of `known`, read again as they stand at its head.
[[nodiscard]] Result<void> load_reports(ports::Store& store, Known& known);
/// In catalogue order, parts of one kind by name.
void sort_parts(std::vector<ledger::PartHistory>& parts, const campaign::Campaign& campaign);
/// A record whose project is not in the ledger.
[[nodiscard]] Error orphan(const std::string& subject);

}  // namespace guatu::usecases
