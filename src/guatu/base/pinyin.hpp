#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace guatu {

/// First letters of the readings of Chinese text, as people type them to find a name.
class PinyinInitials {
 public:
  PinyinInitials();
  ~PinyinInitials();
  PinyinInitials(const PinyinInitials&) = delete;
  PinyinInitials& operator=(const PinyinInitials&) = delete;

  /// 桥头镇污水处理厂二期 → "qtzwsclceq". Latin letters and digits stay, in lower case; everything else is left out.
  /// Assumption: a character with several readings has its most frequent one.
  /// Cost: a character is looked up once in the life of the object. Not to be called by two threads at a time.
  [[nodiscard]] std::string of(std::string_view text);

 private:
  struct Hidden;
  std::unique_ptr<Hidden> hidden_;
};

}  // namespace guatu
