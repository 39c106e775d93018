#include "guatu/usecases/campaign_versions.hpp"

#include "guatu/json/record_codec.hpp"
#include "guatu/ports/digest.hpp"

namespace guatu::usecases {
namespace {

Result<std::optional<json::CampaignRecord>> find_record(ports::Store& store, std::int64_t seq) {
  GUATU_TRY(const auto records, store.load_history(std::string(json::kCampaignRecord), seq, std::nullopt));
  if (records.empty()) return std::optional<json::CampaignRecord>{};
  GUATU_TRY(auto record, json::decode_campaign(records.back().body));
  return std::optional(std::move(record));
}

}  // namespace

std::map<std::string, std::string> paper_templates(const campaign::CampaignFiles& files) {
  constexpr std::string_view kFolder = "papers/";
  constexpr std::string_view kEnding = ".docx";
  std::map<std::string, std::string> templates;
  for (const auto& [name, bytes] : files)
    if (name.starts_with(kFolder) && name.ends_with(kEnding))
      templates[name.substr(kFolder.size(), name.size() - kFolder.size() - kEnding.size())] = bytes;
  return templates;
}

Result<CampaignVersion> load_campaign(ports::Store& store, std::int64_t seq) {
  GUATU_TRY(const auto record, find_record(store, seq));
  if (!record)
    return make_error(ErrorKind::NotFound, "", "库中还没有攻坚行动，请先运行 guatu init --campaign 目录",
                      "the store holds no campaign yet; run guatu init --campaign DIR first");
  return load_campaign_version(store, record->files);
}

Result<CampaignVersion> load_campaign_version(ports::Store& store, const std::string& files_digest) {
  GUATU_TRY(const auto joined, store.load_blob(files_digest));
  GUATU_TRY(const auto files, campaign::split_files(joined));
  GUATU_TRY(auto loaded, campaign::parse_campaign(files));
  const auto paper = files.find(kBulletinTemplateFile);
  return CampaignVersion{std::move(loaded.campaign), files_digest, std::move(loaded.warnings),
                         paper == files.end() ? std::string{} : paper->second, paper_templates(files)};
}

Result<CampaignLoaded> record_campaign(const Session& session, const campaign::CampaignFiles& files) {
  GUATU_TRY(auto loaded, campaign::parse_campaign(files));
  auto joined = campaign::join_files(files);
  auto digest = ports::sm3_hex(joined);
  GUATU_TRY(const auto head, session.store.find_head());
  GUATU_TRY(const auto current, find_record(session.store, head.seq));
  CampaignLoaded answer{{std::move(loaded.campaign), digest, std::move(loaded.warnings), {}, {}}, false, head};
  if (current && current->id != answer.version.campaign.id)
    return make_error(
        ErrorKind::Refused, answer.version.campaign.id,
        "此库属于攻坚行动“" + current->id + "”，一个库只办一个攻坚行动，请另建一个库",
        "this store belongs to campaign \"" + current->id + "\"; one store holds one campaign, use another store");
  if (current && current->files == digest) return answer;
  auto commit = session.begin_commit(answer.version.campaign, "campaign");
  const json::CampaignRecord record{answer.version.campaign.id, answer.version.campaign.version, digest};
  commit.records.push_back({std::string(json::kCampaignRecord), record.id, json::encode_campaign(record)});
  commit.blobs.push_back({digest, std::move(joined)});
  GUATU_TRY(answer.head, session.store.append(commit, head.seq));
  answer.changed = true;
  return answer;
}

}  // namespace guatu::usecases
