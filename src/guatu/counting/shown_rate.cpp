#include "guatu/counting/shown_rate.hpp"

namespace guatu::counting {

Rate shown_rate(const Ratio& ratio, std::span<const Ratio> ceilings, const Rate* before) {
  Rate rate{ratio, shown_tenths(ratio, ceilings), std::nullopt};
  if (before != nullptr) rate.change = change_text(rate.tenths, before->tenths);
  return rate;
}

}  // namespace guatu::counting
