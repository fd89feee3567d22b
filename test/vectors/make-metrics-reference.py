"""Writes metrics-reference.json: figures of the reference implementations, for metrics.test.ts.

    pip install sacrebleu==2.6.0 rouge==1.0.1 rouge-chinese==1.0.3 jiwer==4.0.0 regex
    python3 test/vectors/make-metrics-reference.py

Per pair:
- rougeL: rouge-chinese, metric rouge-l, on characters joined by blanks; null where a text has no
  characters (the implementation raises an error).
- rougeSingle: rouge 1.0.1 with exclusive=False, the same characters; null as above and where a
  text has an ASCII full stop, at which that implementation cuts sentences and joins their common
  subsequences.
- bleu: sacreBLEU tokenize='zh', smooth exp, effective order; with its statistics.
- chrf: sacreBLEU chrF, defaults.
- cer, wer, mixed: jiwer on characters without blanks, on words between blanks, on mixed tokens:
  [hits, substitutions, deletions, insertions, rate]; rate null for an empty reference, where
  jiwer returns the number of insertions instead of a rate.
The first line names the implementations and holds corpus BLEU over all pairs, first references.
"""

import json
import pathlib
import random

import jiwer
import regex
from rouge import Rouge
from rouge_chinese import Rouge as RougeChinese
from sacrebleu.metrics import BLEU, CHRF

# (answer, reference or references)
WRITTEN = [
    # Chinese
    ("今天天气很好。", "今天天气很好。"),
    ("今天天气真好。", "今天天气很好。"),
    ("天气今天很好。", "今天天气很好。"),
    ("明天会下雨吗?", "今天天气很好。"),
    ("项目组在三月完成了验收，比计划提前两周。", "该项目于三月通过验收，较原计划提前了两周。"),
    ("会议决定推迟上线，原因是测试没有全部通过。", "因测试未全部通过，会议决定延期上线。"),
    ("水是生命之源。没有水，就没有生命！", "水乃生命之源，没有水就没有生命。"),
    ("港口去年吞吐量增长了百分之七。", "去年该港吞吐量同比增长百分之七。"),
    ("请把文件发给我", "请把文件发给我吧"),
    ("哈哈哈哈哈哈哈哈", "哈哈哈"),
    ("哈哈哈", "哈哈哈哈哈哈哈哈"),
    ("一二三四五六七八九十", "十九八七六五四三二一"),
    ("好", "好"),
    ("好", "坏"),
    ("好的", "好"),
    ("好的呀", "好的呢"),
    ("他说：“你好吗？”我说：“很好。”", "他说“你好吗”，我说“很好”。"),
    ("第一段。\n第二段。\n\n第三段。", "第一段。第二段。第三段。"),
    ("第一段。\n第二段。", "第二段。\n第一段。"),
    ("南京市长江大桥", "南京市长 江大桥"),
    ("这本书——你读过吗……", "这本书，你读过吗？"),
    ("甲、乙、丙、丁", "甲乙丙丁"),
    ("春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。", "春眠不觉晓，处处闻啼鸟。"),
    ("床前明月光，疑是地上霜。", "床前看月光，疑是地上霜。举头望山月，低头思故乡。"),
    ("　　全角空格开头。", "全角空格开头。"),
    ("答案：是", "答案:是"),
    # traditional
    ("臺灣的軟體產業發展很快。", "台湾的软件产业发展很快。"),
    ("臺灣的軟體產業發展很快。", "臺灣的軟體業發展得很快。"),
    ("請問圖書館在哪裡？", "請問圖書館在哪兒？"),
    ("「學而時習之，不亦說乎？」", "學而時習之，不亦悅乎？"),
    ("頭髮與發展", "头发与发展"),
    ("香港嘅天氣好熱", "香港的天氣很熱"),
    # mixed
    ("我们用Python 3.12写了这个API。", "我们用 Python 3.12 编写了这个 API。"),
    ("GPT-4的得分是86.4分，比上一代高15%。", "GPT-4 得分为 86.4 分，较上代提高 15%。"),
    ("温度是-5℃，湿度62％。", "温度为-5℃，湿度为62%。"),
    ("价格：¥1,200.50元（含税）", "价格为1200.50元(含税)"),
    ("请发邮件到 a.b@example.com 咨询。", "请发邮件至a.b@example.com。"),
    ("运行 `npm test`，然后看结果。", "先运行npm test再看结果。"),
    ("2024年5月1日10:30开会", "会议在2024-05-01 10:30召开"),
    ("Wi-Fi信号强度为-67dBm", "WiFi 信号强度 -67 dBm"),
    ("ＡＢＣ１２３", "ABC123"),
    ("iPhone很贵", "iphone 很贵"),
    ("①苹果②香蕉③梨", "①苹果②梨③香蕉"),
    ("x² + y² = z²，其中x、y是整数", "x^2+y^2=z^2，x和y为整数"),
    ("A股今日上涨1.5%,成交8000亿.", "A股今天涨了1.5%，成交额8000亿。"),
    ("カタカナと漢字とABC", "カタカナと漢字"),
    ("한국어 문장입니다.", "한국어 문장 입니다"),
    # English
    ("The cat sat on the mat.", "The cat sat on the mat."),
    ("The cat sat on the mat.", "A cat was sitting on the mat."),
    ("the quick brown fox jumps over the lazy dog", "The quick brown fox jumped over the lazy dogs."),
    ("It isn't 3.5, it's 1,000,000.", "It is not 3.5; it's 1000000."),
    ("well-known state-of-the-art method (2019-2021)", "well known state of the art method, 2019-2021"),
    ("hello", "goodbye"),
    ("hello world", "world hello"),
    ("a b c d e f g", "a c b d f e g"),
    ("one two three four", "one two three four five six seven eight"),
    ("one two three four five six seven eight", "one two three four"),
    ("U.S. GDP rose 2.1% in Q3.", "US GDP grew 2.1 % in Q3"),
    ("It’s “fine”, he said — really…", "It's \"fine\", he said - really..."),
    ("end of line\nnew line\ttab", "end of line new line tab"),
    ("café naïve résumé", "cafe naive resume"),
    ("The year 1999-2000, v1.2.3-beta", "The years 1999 - 2000, v1.2.3"),
    (".5 and 5.", "0.5 and 5"),
    (" .5 and ,5", ".5 and ,5 "),
    ("&lt;b&gt; {x} [y] ~z~ ^w^", "<b> {x} [y] ~z~ ^w^"),
    # empty and blank
    ("", "参考答案"),
    (" \n\t　", "参考答案"),
    ("参考答案", ""),
    ("", ""),
    ("", "reference text"),
    ("a", " "),
    # punctuation only
    ("。。。", "。。。"),
    ("，。！？", "。！？，"),
    ("...", "…"),
    ("?!", "？！"),
    ("——", "……"),
    ("#", "# # #"),
    ("- - -", "---"),
    # emoji and planes above the first
    ("今天真开心😀😀", "今天真开心😀"),
    ("😀😃😄", "😄😃😀"),
    ("👨‍👩‍👧一家三口", "一家三口👨‍👩‍👧"),
    ("👍🏽好", "👍好"),
    ("🇨🇳中国", "中国🇨🇳"),
    ("❤️爱心", "❤爱心"),
    ("𠮷野家在东京", "吉野家在东京"),
    ("𠮷𠮷𠮷𠮷", "𠮷𠮷𠮷"),
    ("𝑓(𝑥)=𝑥+1", "f(x)=x+1"),
    # invisible and odd blanks
    ("零\u200b宽\u200b空格", "零宽空格"),
    ("\ufeff开头有标记", "开头有标记"),
    ("不间断\u00a0空格 here", "不间断 空格 here"),
    ("分隔\u001c符\u001f号", "分隔 符 号"),
    ("行\u2028分隔\u0085符", "行 分隔 符"),
    # several references
    ("猫坐在垫子上。", ["一只猫坐在垫子上。", "垫子上有只猫。", "猫在垫子上坐着。"]),
    ("它是首都北京的地标建筑", ["北京的地标建筑", "首都北京的一处地标"]),
    ("the cat the cat on the mat", ["the cat on the mat", "there is a cat on the mat"]),
    ("短句", ["短", "长一点的句子", "短句子"]),
    ("一二三四", ["一二", "一二三四五六"]),
    ("ABC 公司发布 X1 芯片", ["ABC公司推出X1芯片", "X1 芯片由 ABC 公司发布"]),
    ("不相干的话", ["完全两样", "something else"]),
    ("哈哈哈", ["哈", "哈哈", "哈哈哈哈"]),
]

LONG = [
    "生成式人工智能服务提供者应当依法开展预训练、优化训练等训练数据处理活动，使用具有合法来源的数据和基础模型。",
    "模型在 128k 上下文中检索 3 个事实，准确率为 97.5%，平均延迟 1.8 秒；失败的 2 例都发生在文档中部。",
    "The committee will publish the minutes within ten working days, and members may object in writing by 5 p.m.",
    "昨夜雨疏風驟，濃睡不消殘酒。試問捲簾人，卻道海棠依舊。知否，知否？應是綠肥紅瘦。",
    "先洗净土豆，切成 2 厘米的块；锅里放油，烧到六成热，下土豆炸 5 分钟。😋 别忘了放盐！",
]
STRANGERS = list("的了是在不，。和A1 b😀龍—3.z")


def edited(text, edits, rng):
    """The text after random edits: deletions, insertions, substitutions, swaps, copied pieces."""
    chars = list(text)
    for _ in range(edits):
        at = rng.randrange(len(chars))
        kind = rng.randrange(5)
        if kind == 0 and len(chars) > 1:
            del chars[at]
        elif kind == 1:
            chars.insert(at, rng.choice(STRANGERS))
        elif kind == 2:
            chars[at] = rng.choice(STRANGERS)
        elif kind == 3:
            other = rng.randrange(len(chars))
            chars[at], chars[other] = chars[other], chars[at]
        else:
            chars[at:at] = chars[at : at + rng.randrange(1, 12)]
    return "".join(chars)


def pairs():
    yield from WRITTEN
    rng = random.Random(20260301)
    for text in LONG:
        for edits in (1, 2, 4, 8, 16, 32, 64, 128):
            yield edited(text, edits, rng), text
    for a, b in zip(LONG, LONG[1:]):
        yield a, b
    # Longer than one machine word and than several, both ways round.
    whole = "".join(LONG)
    for edits in (5, 60, 400):
        yield edited(whole, edits, rng), whole
        yield whole, edited(whole, edits, rng)


def characters(text):
    return [c for c in text if not c.isspace()]


CJK = r"\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}"
WORD = rf"[[\p{{L}}\p{{M}}\p{{N}}]--[{CJK}]]+"
MIXED = regex.compile(
    rf"[{CJK}]|{WORD}(?:(?:(?<=\p{{Script=Latin}})['’](?=\p{{Script=Latin}})"
    rf"|(?<=\p{{Nd}})[.,](?=\p{{Nd}})){WORD})*|[^\s\x1c-\x1f]",
    regex.V1,
)


def rouge_l(scorer, answer, reference):
    hyp, ref = " ".join(characters(answer)), " ".join(characters(reference))
    if hyp == "" or ref == "":
        return None
    scores = scorer.get_scores(hyp, ref)[0]["rouge-l"]
    return [scores["p"], scores["r"], scores["f"]]


def error_rate(answer, reference):
    # The sequences go in as they are: neither joined nor cut again.
    as_is = lambda tokens: tokens
    result = jiwer.process_words([reference], [answer], as_is, as_is)
    rate = result.wer if reference else None
    return [result.hits, result.substitutions, result.deletions, result.insertions, rate]


def main():
    bleu = BLEU(tokenize="zh", smooth_method="exp", effective_order=True)
    corpus = BLEU(tokenize="zh", smooth_method="exp", effective_order=False)
    chrf = CHRF()
    chinese = RougeChinese(metrics=["rouge-l"])
    plain = Rouge(metrics=["rouge-l"], exclusive=False)
    rows = []
    for answer, references in pairs():
        references = [references] if isinstance(references, str) else references
        first = references[0]
        sentence = bleu.sentence_score(answer, references)
        row = {
            "answer": answer,
            "references": references,
            "bleu": {
                "score": sentence.score,
                "counts": sentence.counts,
                "totals": sentence.totals,
                "lengths": [sentence.sys_len, sentence.ref_len],
                "brevityPenalty": sentence.bp,
            },
            "bleuTokens": bleu.tokenizer(answer.rstrip()).split(),
            "chrf": chrf.sentence_score(answer, references).score,
            "rougeL": rouge_l(chinese, answer, first),
            "rougeSingle": None,
            "cer": error_rate(characters(answer), characters(first)),
            "wer": error_rate(answer.split(), first.split()),
            "mixed": error_rate(MIXED.findall(answer), MIXED.findall(first)),
            "mixedTokens": MIXED.findall(answer),
        }
        if "." not in answer + first and len(answer + first) < 400:
            row["rougeSingle"] = rouge_l(plain, answer, first)
        rows.append(row)
    head = {
        "made": "make-metrics-reference.py",
        "implementations": {
            "bleu": str(bleu.get_signature()),
            "chrf": str(chrf.get_signature()),
            "rougeL": "rouge-chinese 1.0.3",
            "rougeSingle": "rouge 1.0.1, exclusive=False",
            "errorRates": "jiwer 4.0.0",
        },
        "corpusBleu": corpus.corpus_score(
            [row["answer"] for row in rows], [[row["references"][0] for row in rows]]
        ).score,
    }
    lines = [json.dumps(value, ensure_ascii=False) for value in [head, *rows]]
    file = pathlib.Path(__file__).with_name("metrics-reference.jsonl")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
