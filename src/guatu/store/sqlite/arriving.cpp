#include "guatu/store/sqlite/arriving.hpp"

#include <filesystem>

#include "guatu/store/sqlite/whole_file.hpp"

namespace guatu::store {

namespace fs = std::filesystem;

Arriving::Arriving(std::string path) : path_(std::move(path)) {
  remove();
}

Arriving::~Arriving() {
  remove();
}

void Arriving::remove() {
  std::error_code ignored;
  for (const auto* ending : kFileEndings)
    fs::remove(path_ + ending, ignored);
}

void copy_backup(const std::string& backup, const Arriving& arriving) {
  fs::create_directories(folder_of(arriving.path()));
  create_private(arriving.path());
  fs::copy_file(backup, arriving.path(), fs::copy_options::overwrite_existing);
  sync_path(arriving.path());
}

Error about_backup(Error error, const std::string& copy, const std::string& backup) {
  for (auto* text : {&error.subject, &error.message.zh, &error.message.en})
    for (auto at = text->find(copy); at != std::string::npos; at = text->find(copy, at + backup.size()))
      text->replace(at, copy.size(), backup);
  return error;
}

}  // namespace guatu::store
