#include "guatu/http/upload_desk.hpp"

#include <algorithm>

namespace guatu::http {
namespace {

std::string megabytes(std::size_t bytes) {
  return std::to_string(bytes >> 20U) + " MB";
}

Problem too_large(std::size_t most) {
  const auto limit = megabytes(most);
  return {413,
          "too_large",
          {"文件超过 " + limit + "；请压缩扫描分辨率，或分成几个文件上传",
           "the file is larger than " + limit + "; scan it at a lower resolution, or send it in parts"},
          "",
          {}};
}

Problem gone(const std::string& id) {
  return {404,
          "not_found",
          {"上传已中断或过期，请重新上传", "this upload has ended or expired; send the file again"},
          id,
          {}};
}

Problem other_offset(std::size_t received) {
  const auto have = std::to_string(received);
  return {409,
          "conflict",
          {"已收到 " + have + " 字节，请从此处续传", "there are " + have + " bytes so far; go on from there"},
          have,
          {}};
}

}  // namespace

std::size_t UploadDesk::announced(const std::string* owner) const {
  std::size_t bytes = 0;
  for (const auto& each : uploads_)
    if (owner == nullptr || each->owner == *owner) bytes += each->size;
  return bytes;
}

std::optional<Problem> UploadDesk::begin(Upload upload, Clock::time_point now) {
  if (upload.size > limits_.largest_file) return too_large(limits_.largest_file);
  const std::lock_guard lock(mutex_);
  std::erase_if(uploads_, [&](const auto& each) { return now - each->touched > limits_.idle; });
  while (announced(&upload.owner) + upload.size > limits_.most_of_one)
    uploads_.erase(
        std::ranges::find(uploads_, upload.owner, [](const auto& each) -> const auto& { return each->owner; }));
  if (announced(nullptr) + upload.size > limits_.most)
    return Problem{
        503,
        "busy",
        {"同时上传的文件太多，请稍后再传", "too many files are being sent at this moment; try again shortly"},
        "",
        {}};
  upload.touched = now;
  uploads_.push_back(std::make_shared<Upload>(std::move(upload)));
  return std::nullopt;
}

UploadDesk::Progress UploadDesk::add(const std::string& id, const std::string& owner, std::size_t offset,
                                     std::string_view piece, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find(uploads_, id, [](const auto& each) -> const auto& { return each->id; });
  if (found == uploads_.end() || (*found)->owner != owner) return {0, 0, gone(id)};
  auto& upload = **found;
  const auto have = upload.bytes.size();
  const bool repeated =
      offset <= have && piece.size() <= have - offset && upload.bytes.compare(offset, piece.size(), piece) == 0;
  if (repeated && !piece.empty()) return {have, upload.size, std::nullopt};
  if (offset != have) return {have, upload.size, other_offset(have)};
  if (piece.size() > limits_.largest_piece) return {have, upload.size, too_large(limits_.largest_piece)};
  if (piece.size() > upload.size - have) return {have, upload.size, too_large(upload.size)};
  if (have == 0) upload.bytes.reserve(upload.size);
  upload.bytes += piece;
  upload.touched = now;
  return {upload.bytes.size(), upload.size, std::nullopt};
}

std::shared_ptr<const Upload> UploadDesk::find_whole(const std::string& id, const std::string& owner) {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find(uploads_, id, [](const auto& each) -> const auto& { return each->id; });
  if (found == uploads_.end() || (*found)->owner != owner || !(*found)->is_whole()) return nullptr;
  return *found;
}

void UploadDesk::drop(const std::vector<std::string>& ids, const std::string& owner) {
  const std::lock_guard lock(mutex_);
  std::erase_if(uploads_, [&](const auto& each) {
    return each->owner == owner && std::ranges::find(ids, each->id) != ids.end();
  });
}

}  // namespace guatu::http
