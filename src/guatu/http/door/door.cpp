#include "guatu/http/door/door.hpp"

namespace guatu::http {

void Door::set_opener(Opener opener, StorePool::Identity identity) {
  opener_ = std::move(opener);
  identity_ = std::move(identity);
}

Result<Door::Accounts> Door::accounts(StorePool& stores) {
  return stores.read([&](telemetry::WatchedStore& store) -> Result<Accounts> {
    GUATU_TRY(const auto head, store.find_head());
    Accounts kept;
    {
      const std::lock_guard lock(mutex_);
      kept = accounts_;
    }
    if (kept != nullptr && kept->head == head) return kept;
    GUATU_TRY(auto book,
              kept == nullptr ? usecases::load_accounts(store, head) : usecases::accounts_moved_on(store, *kept, head));
    auto made = std::make_shared<const usecases::AccountBook>(std::move(book));
    const std::lock_guard lock(mutex_);
    accounts_ = made;
    return made;
  });
}

Result<std::shared_ptr<ports::SessionDesk>> Door::open_desk() {
  const std::lock_guard lock(mutex_);
  const auto identity = identity_ ? identity_() : std::string{};
  if (desk_ != nullptr && desk_identity_ == identity) return desk_;
  if (!opener_)
    return make_error(ErrorKind::StoreFailed, "", "登录信息暂时无法读取", "nothing is known of sessions at present");
  GUATU_TRY(auto opened, opener_());
  desk_ = std::move(opened);
  desk_identity_ = identity;
  return desk_;
}

void Door::forget(const std::shared_ptr<ports::SessionDesk>& desk) {
  const std::lock_guard lock(mutex_);
  if (desk_ == desk) desk_.reset();
}

}  // namespace guatu::http
