using CrisisFlow.Core.Folding;
using CrisisFlow.Warnings.Stories;

namespace CrisisFlow.Warnings.Tests.Stories;

/// <summary>Hard pairs. All brands and events are made up.</summary>
public sealed class StoryPairsTests
{
    [Theory]
    // Dressing: punctuation, width, quotation, paper names, links, script.
    [InlineData("清禾奶茶门店使用过期牛奶被曝光", "清禾奶茶门店使用过期牛奶，被曝光！")]
    [InlineData("#清禾奶茶门店使用过期牛奶# 大家怎么看", "清禾奶茶门店使用过期牛奶")]
    [InlineData("清禾奶茶门店使用过期牛奶被曝光 - 南城晚报", "清禾奶茶门店使用过期牛奶被曝光_东方快讯网")]
    [InlineData(
        "【清禾奶茶门店使用过期牛奶】记者暗访发现多家门店更换标签，总部称已成立调查组 https://t.example/abc",
        "清禾奶茶门店使用过期牛奶"
    )]
    [InlineData("清禾奶茶門店使用過期牛奶被曝光", "清禾奶茶门店使用过期牛奶被曝光")]
    [InlineData(
        "清禾奶茶门店使用过期牛奶被曝光",
        "清禾奶茶门店使用过期牛奶被曝光//@路人甲:太离谱了//@路人乙:再也不喝了"
    )]
    [InlineData("ＱＨ奶茶３家门店停业整顿", "QH奶茶3家门店停业整顿")]
    // Small edits.
    [InlineData("清禾奶茶门店使用过期牛奶被曝光", "清禾奶茶多家门店使用过期牛奶被曝光")]
    [InlineData("清禾奶茶回应门店使用过期牛奶", "清禾奶茶官方回应门店使用过期牛奶")]
    [InlineData("清禾奶茶就门店使用过期牛奶致歉", "清禾奶茶就门店使用过期牛奶道歉")]
    [InlineData("网友曝清禾奶茶门店使用过期牛奶", "记者曝清禾奶茶门店使用过期牛奶")]
    [InlineData("清禾奶茶被罚款50万元", "清禾奶茶因虚假宣传被罚款50万元")]
    [InlineData("清禾奶茶门店继续用过期牛奶", "清禾奶茶门店继续使用过期牛奶")]
    [InlineData("北岭汽车召回4.8万辆电动车", "北岭汽车召回48000辆电动车")]
    [InlineData("北岭汽车召回四万八千辆电动车", "北岭汽车召回4.8万辆电动车")]
    [InlineData("工厂爆炸致十五人死亡", "工厂爆炸致15人死亡")]
    [InlineData("北岭汽车未召回问题车辆", "北岭汽车没有召回问题车辆")]
    [InlineData("北岭汽车刹车失灵车主维权", "北岭汽车刹车失灵，车主们维权")]
    [InlineData("北岭汽车不断发生刹车失灵事故", "北岭汽车发生刹车失灵事故")]
    [InlineData("无锡一女子称买到假货 云帆商城回应", "无锡一女子称在云帆商城买到假货 官方回应")]
    [InlineData("云帆商城数据泄露 涉及用户信息", "云帆商城被曝数据泄露 涉及大量用户信息")]
    [InlineData(
        "Qinghe Tea shops used expired milk, report says",
        "Qinghe Tea shops used expired milk: report says | Harbour Daily"
    )]
    [InlineData(
        "Northridge recalls 48,000 electric cars over brake fault",
        "Northridge recalls 48000 electric cars over a brake fault"
    )]
    [InlineData("Northridge recalls forty electric buses", "Northridge recalls 40 electric buses")]
    [InlineData(
        "Northridge is recalling electric cars over brake fault",
        "Northridge recalled electric cars over brake fault"
    )]
    [InlineData("Cloudsail confirms leak of customer data", "Cloudsail has confirmed leak of customer data")]
    [InlineData("BREAKING: Cloudsail confirms leak of customer data", "Cloudsail confirms leak of customer data")]
    [InlineData(
        "Cloudsail didn't tell customers about the data leak",
        "Cloudsail did not tell customers about data leak"
    )]
    [InlineData(
        "Qinghe Tea apologises for expired milk in its shops",
        "Qinghe Tea apologizes for expired milk in its shops"
    )]
    [InlineData("Cloudsail raises $1.2 billion in new funding", "Cloudsail raises $1,200 million in new funding")]
    [InlineData("Qinghe’s workers walk out over unpaid wages", "Qinghe's workers walk out over unpaid wages.")]
    public void One_story_told_twice_is_one(string first, string second) => AssertStories(same: true, first, second);

    [Theory]
    // Numbers.
    [InlineData("工厂爆炸已致48人死亡", "工厂爆炸已致20人死亡")]
    [InlineData("工厂爆炸致十五人死亡", "工厂爆炸致十八人死亡")]
    [InlineData("清禾奶茶被罚款50万元", "清禾奶茶被罚款500万元")]
    [InlineData("北岭汽车召回4.8万辆电动车", "北岭汽车召回1.2万辆电动车")]
    [InlineData("云帆商城股价跌10%", "云帆商城股价跌3%")]
    [InlineData("清禾奶茶3家门店停业", "清禾奶茶30家门店停业")]
    [InlineData("云帆手机X15曝续航缺陷", "云帆手机 16 曝续航缺陷")]
    [InlineData("清禾奶茶两名员工被打", "清禾奶茶三名员工被打")]
    // Negations and denials.
    [InlineData("清禾奶茶将涨价", "清禾奶茶不会涨价")]
    [InlineData("北岭汽车召回问题车辆", "北岭汽车未召回问题车辆")]
    [InlineData("北岭汽车裁员三成", "北岭汽车否认裁员三成")]
    [InlineData("北岭汽车回应裁员三成", "北岭汽车否认裁员三成")]
    [InlineData("云帆商城用户数据泄露", "云帆商城用户数据泄露系谣言")]
    [InlineData("云帆商城用户数据泄露", "云帆商城：用户数据泄露消息不实")]
    [InlineData("云帆商城恢复服务", "云帆商城暂停服务")]
    [InlineData("检测发现清禾奶茶含塑化剂", "检测未发现清禾奶茶含塑化剂")]
    [InlineData("清禾奶茶同意赔偿顾客", "清禾奶茶拒绝赔偿顾客")]
    [InlineData("北岭汽车刹车没有问题", "北岭汽车刹车有问题")]
    [InlineData("云帆商城取消满减活动", "云帆商城满减活动")]
    // Names.
    [InlineData("清禾奶茶门店使用过期牛奶", "茉语茶饮门店使用过期牛奶")]
    [InlineData("清禾奶茶上海一门店被查", "清禾奶茶北京一门店被查")]
    [InlineData("清禾奶茶湖南门店被查封", "清禾奶茶湖北门店被查封")]
    [InlineData("云帆商城高管王某被带走调查", "云帆商城高管李某被带走调查")]
    [InlineData("陈女士称喝清禾奶茶后住院", "刘女士称喝清禾奶茶后住院")]
    [InlineData("北岭汽车在美国召回电动车", "北岭汽车在德国召回电动车")]
    // Opposites.
    [InlineData("云帆商城三季度盈利超预期", "云帆商城三季度亏损超预期")]
    [InlineData("清禾奶茶全线涨价", "清禾奶茶全线降价")]
    [InlineData("云帆商城一审胜诉", "云帆商城一审败诉")]
    [InlineData("云帆商城同意收购", "云帆商城拒绝收购")]
    // Only the topic in common.
    [InlineData("清禾奶茶新品上市", "清禾奶茶门店停电")]
    [InlineData("Factory blast kills 48 people", "Factory blast kills 20 people")]
    [InlineData("At least 48 dead in factory blast", "At least 20 dead in factory blast")]
    [InlineData("Northridge recalls 48,000 electric cars", "Northridge recalls 12,000 electric cars")]
    [InlineData("Northridge to cut three plants this year", "Northridge to cut five plants this year")]
    [InlineData("Northridge shares drop 10% after recall", "Northridge shares drop 3% after recall")]
    [InlineData("Cloudsail confirms leak of customer data", "Cloudsail denies leak of customer data")]
    [InlineData("Cloudsail will raise delivery prices", "Cloudsail will not raise delivery prices")]
    [InlineData("Cloudsail plans to raise prices", "Cloudsail has no plans to raise prices")]
    [InlineData("Tests found lead in Qinghe tea", "Tests never found lead in Qinghe tea")]
    [InlineData("Video of rats in Qinghe shop", "Video of rats in Qinghe shop is a hoax")]
    [InlineData("Northridge refuses to recall faulty cars", "Northridge to recall faulty cars")]
    [InlineData("Qinghe Tea shops used expired milk", "Moyu Drinks shops used expired milk")]
    [InlineData("Northridge recalls electric cars in Germany", "Northridge recalls electric cars in Japan")]
    [InlineData(
        "Chief executive Anna Bell leaves Cloudsail after leak",
        "Chief executive Mark Hart leaves Cloudsail after leak"
    )]
    [InlineData("Cloudsail wins appeal over data leak fine", "Cloudsail loses appeal over data leak fine")]
    [InlineData("Northridge shares rise after recall", "Northridge shares fall after recall")]
    [InlineData("Qinghe opens a new shop", "Qinghe closes its online shop today")]
    public void Another_number_name_or_negation_is_another_story(string first, string second) =>
        AssertStories(same: false, first, second);

    private static void AssertStories(bool same, string first, string second)
    {
        Assert.Equal((same, same), (IsSame(first, second), IsSame(second, first)));
    }

    private static bool IsSame(string first, string second)
    {
        var matcher = new StoryMatcher([], capacity: 16);
        var one = matcher.Match(TextFolding.Normalize(first), "");
        return matcher.Match(TextFolding.Normalize(second), "") == one;
    }
}
