#include "guatu/usecases/sample/project_names.hpp"

#include <vector>

namespace guatu::usecases {
namespace {

const std::vector<std::string> kPlaces{"东山", "西河", "南梁", "北沟", "青松", "白杨", "红石", "黑水", "金泉",
                                       "银湖", "玉龙", "长岭", "安康", "太平", "新华", "建设", "永兴", "万合",
                                       "双井", "三道", "四方", "五福", "六合", "七星", "八里", "九曲"};
const std::vector<std::string> kWorks{
    "肉牛养殖基地", "风力发电",       "光伏治沙",       "城区供热管网", "污水处理厂",     "农产品加工", "冷链物流园",
    "二级公路改造", "中心医院门诊楼", "职业学校实训楼", "生物发酵",     "装备制造产业园", "铜加工",     "旅游度假区",
    "水库除险加固", "高标准农田",     "数据中心",       "抽水蓄能",     "建材循环利用",   "热电联产"};
const std::vector<std::string> kEndings{"建设项目", "扩建工程", "一期工程", "改造项目", "示范项目"};
const std::vector<std::string> kFields{"现代农业", "能源",     "基础设施", "社会事业",
                                       "工业",     "文旅康养", "数字经济", "节能环保"};

}  // namespace

std::string ProjectNames::next(RandomSource& random) {
  const auto stem = random.one_of(kPlaces) + random.one_of(kWorks) + random.one_of(kEndings);
  auto name = stem + "（虚构）";
  for (int lot = 2; !given_.insert(name).second; ++lot)
    name = stem + "第" + std::to_string(lot) + "区（虚构）";
  return name;
}

std::string draw_field(RandomSource& random) {
  return random.one_of(kFields);
}

}  // namespace guatu::usecases
