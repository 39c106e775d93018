#include "guatu/usecases/evidence/comments.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"
#include "guatu/json/comment_records.hpp"
#include "guatu/usecases/access/permission.hpp"
#include "guatu/usecases/editing/repeated_request.hpp"
#include "guatu/usecases/evidence/evidence_rows.hpp"
#include "guatu/usecases/ledger/named_project.hpp"
#include "guatu/usecases/until_written.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::usecases {
namespace {

using access::Right;
using evidence::Comment;

Error unknown_comment(const std::string& id) {
  return make_error(ErrorKind::NotFound, id, "没有这条批注", "there is no such comment");
}

/// Errors: NotFound for a kind that the campaign does not have.
Result<evidence::Place> settled(const Known& known, evidence::Place place) {
  const auto* project = find_named_project(known.ledger, place.project.text());
  if (project == nullptr) return unknown_project(place.project.text());
  place.project = project->record.id;
  if (place.kind.empty()) {
    place.part.clear();
  } else if (known.campaign().find_kind(place.kind) == nullptr) {
    const auto& kind = place.kind.text();
    return make_error(ErrorKind::NotFound, kind, "没有审批事项“" + kind + "”", "there is no kind \"" + kind + "\"");
  }
  return place;
}

Result<EditAnswer> write(const ActingSession& session, Known& known, const std::string& action, const Comment& comment,
                         const RequestKey& key) {
  EditAnswer answer;
  const auto& about = comment.about;
  answer.rows.push_back({about.project, about.kind, about.part, known.head.seq + 1, {"comment." + comment.id}});
  auto commit = session.begin_commit(known.campaign(), action, comment.id);
  commit.records.push_back({std::string(json::kCommentRecord), comment.id, json::encode_comment(comment, known.vault)});
  remember_request(commit, session, key, answer.rows);
  commit.personal = known.vault.take_new();
  GUATU_TRY(const auto head, session.store.append(commit, known.head.seq));
  answer.seq = head.seq;
  return answer;
}

Result<EditAnswer> try_to_add(const ActingSession& session, const NewComment& wish) {
  GUATU_TRY(auto known, load_newest(session));
  GUATU_TRY(auto repeated, find_repeated(session, wish.key, known.head.seq));
  if (repeated) return *std::move(repeated);
  GUATU_TRY(const auto about, settled(known, wish.about));
  const auto today = shanghai_day(session.clock.now());
  GUATU_CHECK(
      check_row(session, known.campaign(), Right::WriteComments, row_of(known, about, today), about.project.text()));
  const auto unit = acting_post(session, known.campaign()).unit.text();
  const Comment comment{"C" + std::to_string(known.head.seq + 1),
                        about,
                        trim(wish.text),
                        session.actor,
                        unit,
                        session.clock.now(),
                        false};
  return write(session, known, "comment", comment, wish.key);
}

bool may_withdraw(const ActingSession& session, const Comment& comment) {
  if (comment.withdrawn) return false;
  return session.acting == nullptr || comment.by == session.actor ||
         access::reach_of(Right::KeepDocuments, session.acting->post.role) == access::Reach::All;
}

Result<Comment> find_comment(ports::Store& store, const Known& known, const std::string& id) {
  GUATU_TRY(const auto records,
            store.load_history(std::string(json::kCommentRecord), known.head.seq, std::optional(id)));
  if (records.empty()) return unknown_comment(id);
  return json::decode_comment(records.back().body, known.vault);
}

Result<EditAnswer> try_to_withdraw(const ActingSession& session, const std::string& id) {
  GUATU_TRY(auto known, load_newest(session));
  GUATU_TRY(auto comment, find_comment(session.store, known, id));
  if (comment.withdrawn) {
    EditAnswer answer;
    answer.seq = known.head.seq;
    return answer;
  }
  if (!may_withdraw(session, comment))
    return access::forbidden(id, {{"只能撤回本人的批注；别人的请联系指挥部办公室",
                                   "only one's own comment can be withdrawn; ask the headquarters office otherwise"}});
  comment.withdrawn = true;
  return write(session, known, "comment withdraw", comment, {});
}

template <typename Attempt>
Result<EditAnswer> repeated(const ActingSession& session, Attempt attempt) {
  GUATU_CHECK(check_right(session, Right::WriteComments));
  return until_written(session.store, attempt);
}

}  // namespace

Result<EditAnswer> add_comment(const ActingSession& session, const NewComment& comment) {
  return repeated(session, [&] { return try_to_add(session, comment); });
}

Result<EditAnswer> withdraw_comment(const ActingSession& session, const std::string& id) {
  return repeated(session, [&] { return try_to_withdraw(session, id); });
}

Result<void> erase_withdrawn_text(ports::Store& store, const std::string& id) {
  GUATU_TRY(const auto head, store.find_head());
  GUATU_TRY(const auto records, store.load_history(std::string(json::kCommentRecord), head.seq, std::optional(id)));
  if (records.empty()) return unknown_comment(id);
  GUATU_TRY(const auto comment, json::decode_comment(records.back().body, {}));
  if (!comment.withdrawn) return {};
  GUATU_TRY(const auto digest, json::comment_text_digest(records.back().body));
  const auto erased = store.erase_personal(digest);
  if (!erased && erased.error().kind != ErrorKind::NotFound) return erased.error();
  return {};
}

Result<std::vector<SeenComment>> load_comments(const ActingSession& session, const Known& known,
                                               const std::string& project) {
  GUATU_TRY(const auto records, session.store.load_newest(std::string(json::kCommentRecord), known.head.seq));
  const auto today = shanghai_day(session.clock.now());
  const auto post = acting_post(session, known.campaign());
  std::vector<SeenComment> seen;
  for (const auto& record : records) {
    GUATU_TRY(auto comment, json::decode_comment(record.body, known.vault));
    if (comment.about.project.text() != project) continue;
    if (!access::objections(post, Right::SeeEvidence, row_of(known, comment.about, today)).empty()) continue;
    if (comment.withdrawn) comment.text.clear();
    const bool mine = may_withdraw(session, comment);
    seen.push_back({std::move(comment), mine});
  }
  std::ranges::stable_sort(seen, {}, [](const SeenComment& each) { return each.comment.at; });
  return seen;
}

}  // namespace guatu::usecases
