using WeChatBankGov.Review.Contracts;

namespace WeChatBankGov.Review.Read;

/// <summary>What the reviewer looks at, element by element. A help for the eye: the judgement is the reviewer's.</summary>
internal static class ReviewChecklist
{
    public static IReadOnlyList<string> For(IdentityElement element) => element switch
    {
        IdentityElement.Avatar =>
        [
            "使用行徽标准图形，无变形、裁切、改色或叠加特效",
            "底色与留白符合规范，缩小显示仍清晰可辨",
            "没有行徽以外的人物、活动、二维码或联系方式",
        ],
        IdentityElement.Name =>
        [
            "与第六条统一命名一致，行名用字规范，没有错别字",
            "没有自行增加的简称、符号、口号或营销用语",
            "不会与总行账号或其他分行的账号混淆",
        ],
        IdentityElement.ServicePageDesign =>
        [
            "行徽与行名组合、标准色、字体符合规范",
            "栏目名称和文案规范，没有错别字和夸大用语",
            "版式适合手机阅读，各页面风格统一",
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(element), element, "Not one of the three elements of article 4."),
    };
}
