#pragma once

#include <map>
#include <string>
#include <vector>

#include "guatu/campaign/campaign_files.hpp"
#include "guatu/usecases/session.hpp"

/// Versions of the campaign's definition in the store. A new version never changes what has been published: a publication
/// keeps the digest of the version in force. Source: rules 1, `Campaign`.
namespace guatu::usecases {

struct CampaignVersion {
  campaign::Campaign campaign;
  std::string files_digest;  ///< Of `campaign::join_files`.
  std::vector<campaign::CampaignWarning> warnings;
  std::string bulletin_template;  ///< papers/bulletin.docx of the campaign; may be empty.
  std::map<std::string, std::string>
      paper_templates{};  ///< "letter" → bytes of papers/letter.docx, whatever it brings.
};

inline constexpr const char* kBulletinTemplateFile = "papers/bulletin.docx";

/// papers/NAME.docx of the files, by NAME.
[[nodiscard]] std::map<std::string, std::string> paper_templates(const campaign::CampaignFiles& files);

/// The version in force at `seq`. Errors: NotFound when the store holds no campaign yet.
[[nodiscard]] Result<CampaignVersion> load_campaign(ports::Store& store, std::int64_t seq);
/// The version with this digest.
[[nodiscard]] Result<CampaignVersion> load_campaign_version(ports::Store& store, const std::string& files_digest);

struct CampaignLoaded {
  CampaignVersion version;
  bool changed = false;  ///< False when exactly this version is in force already.
  ports::CommitHead head;
};

/// Records the files as the version in force. Errors: InvalidInput with every fault; Refused when the store belongs to
/// another campaign.
[[nodiscard]] Result<CampaignLoaded> record_campaign(const Session& session, const campaign::CampaignFiles& files);

}  // namespace guatu::usecases
