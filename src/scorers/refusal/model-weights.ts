// Made by scripts/train-refusal-model.ts; not edited by hand. One weight a line and its features.
// biome-ignore format: one line a weight
export const WEIGHT_TABLE = "644\tself\n\
583\tlead:self\n\
548\twidth:1\n\
431\tlast\n\
414\ttail:you\n\
318\tlead:sorry\n\
291\tlead:you\n\
280\t^ self\n\
279\tlead:norm\n\
269\tlead:this\n\
268\tc:forme\n\
261\tself~will\n\
249\tlead:asked\tself..none\n\
244\tspeak0\n\
240\tdeclines\n\
239\thelp $\n\
224\tself will\n\
215\tbefore:self\tlead:as\n\
213\tasked\n\
210\tcloses\n\
209\t*|not|speak|none\n\
198\tself~make\n\
197\t-..self\n\
194\tmake0\n\
193\t^unknown|cannot\n\
190\tself~norm\n\
184\t-|none|declines\tself|*|end|none\n\
182\thandle~particle\tlead:make\n\
178\tdeclines>0\tyou\n\
177\tafter:asked\n\
175\twill\n\
174\tcannot>0\n\
173\tself~handle\n\
170\tmake\ttail:sorry\n\
166\tafter:norm\n\
162\tthis $\n\
161\tlead:only\n\
160\tafter:you\tlead:ask\n\
155\tc:提供\n\
152\tlead:means\tunknown|\"not\"\n\
151\tyou~asked\n\
150\tnone|*|end|none\tself0\n\
149\tthis\n\
148\tc:内容\tcannot+help\n\
147\tself|declines\tself~declines\n\
145\t^ declines\tlead:lacks\tthis asked\n\
144\tself1\n\
143\t^ speak\tthis~self\n\
142\tnone|declines\n\
141\tbefore:help\n\
140\tc:们聊\n\
139\tc:不了\tcannot~will\n\
138\t*|not|unknown|this\n\
136\tcannot~you\n\
134\tself~speak\n\
133\tc:helpwith\n\
132\t-|self|declines\tadverb cannot\tself declines\n\
131\tc:我就\n\
130\t*|cannot|make|none\tnot~self\tspeak $\n\
128\tc:我没\n\
127\tafter:speak\thandle~self\twidth:0\n\
126\tcannot help $\tcannot~make\tnone|cannot\ttail:norm\n\
125\tself..self\n\
124\tc:meto\tredirect particle\n\
123\tnorm~service\tnot>0\n\
122\tthis~adverb\n\
120\t^self|declines\tc:请求\tself|\"就不\"\n\
119\tbefore:adverb\tc:containinappropriate\tc:datamay\tc:inappropriatecontent\tc:maycontain\n\
118\t^ redirect handle\thelp0\n\
117\tyou~particle\n\
116\tredirect $\tredirect+particle\n\
115\t\"not\"\t\"就不\"\tbounds\tc:就不\tredirect~redirect\tyou~make\n\
114\tc:聊点\ttail:consult\n\
113\t^ excuse cannot\tafter:make\texcuse cannot\texcuse+cannot\texcuse~cannot\tredirect particle $\tself|*|make|none\n\
112\tdeclines~this\tnorm~this\n\
111\tafter:offers\tnot this $\tparticle $\n\
110\tredirect\tself|cannot|make\n\
109\tspeak particle $\n\
108\tadverb+cannot\tasked~particle\n\
107\t*|declines|unknown|this\tc:</\tcannot~particle\tdeclines this\tlead:particle\tyou~speak\n\
106\tyou~handle\n\
105\tbounds $\tlead:bounds\tnone|*|speak|none\ttopic|*|speak\twill speak\twill+speak\n\
104\tc:让我\n\
103\tadverb potential\tadverb~potential\tc:点别\tc:的吧\tcannot self\thandle redirect particle\tredirect handle redirect\tredirect~particle\tyou asked\n\
102\tc:话题\tnot self\twill~handle\n\
101\tif+handle\tyou handle\n\
100\tasked~self\tcannot~speak\tlead:service\n\
99\t-|*|engage\t^ self cannot\thelp~other\tnot~speak\tredirect+handle\n\
98\t-..unknown|cannot|make\tcannot~this\tunknown|cannot|make\n\
97\t1<declines\tc:能提\tlead:model\tspeak~particle\n\
96\tcannot help\tnone|declines|end\tnot self will\ttail:ask\n\
95\tadverb+potential\tnorm service\tnorm+service\n\
94\tc:暂无\tself cannot handle\tyou+handle\n\
93\t-..self|declines|unknown\tcannot~engage\tcannot~handle\tself|declines|unknown\n\
92\t^ excuse\n\
91\t^ self declines\tthis self\ttopic|*|end\n\
90\tc:我可\tengage $\tnone|\"不行\"\tself|*|unknown|this\tself~but\tthis+self\n\
89\t0<cannot\tsorry~declines\tthis~make\tthis~this\n\
88\tc:还是\tcannot>3\tself+not\n\
87\t*|not|make|none\t^ this asked\tadverb potential $\tc:您的\thandle~redirect\tnone0\tnone|*|none|none\n\
86\t\"不行\"\t-|*|help\tadverb~cannot\tasked self\tasked+self\tbounds~bounds\tc:不行\tcannot engage\tself but\tself+but\n\
85\t-..self|cannot|make\tasked norm\tasked+norm\tc:我还\tc:目前\tso~cannot\tyou~bounds\n\
84\t^ you handle\tself cannot make\tself~bounds\n\
83\t-..none|cannot|help\t^ norm service\tc:奉告\tc:结果\tfirst\n\
82\tc:显示\tnone|cannot|engage\tnone|not|speak\tself|resign|end\tspeak redirect\tspeak~redirect\tthis+asked\twill speak $\n\
81\tbefore:excuse\tc:toprovide\tc:恕我\thelp~norm\tthis~asked\n\
80\t^ this self\tc:不写\tc:不支\tmake~norm\tself not\tself not this\tself|*|speak|none\ttail:redirect\n\
79\t^ you asked\tc:为您\tlead:judge\tmake~asked\tnot this\twill handle\n\
78\tasked+adverb\tc:个话\tc:能力\tcannot will\tdeclines this $\tnone|potential\tnorm particle this\tself cannot will\tself~help\n\
77\t\"不支持\"\t^ declines this\tasked~declines\tc:的内\tengage0\thandle~you\tnot if\tnot if handle\tnot~if\tself|cannot|end\tyou make\n\
76\tc:onthat\tc:人的\tc:可不\tc:请换\tself~not\n\
75\t\"无可奉告\"\tc:可奉\tc:无可\tc:这个\tunknown|*|make|none\n\
74\t\"unable\"\t-..none|cannot|engage\t^ self adverb\tbounds~self\tc:feelcomfortable\tc:unableto\tlead:adverb\ttail:potential\tthis~will\n\
73\t2<declines\tc:今天\tc:法提\tc:法显\thandle~speak\tmake norm\tself+cannot\tself3\n\
72\t^ cannot speak\tasked~asked\tmake this\tmake~this\tnorm speak\n\
71\tself|*|handle|unknown\tspeak particle\tthis~speak\tunknown|*|speak|none\twill help\n\
70\task~particle\tc:不予\tc:其他\tc:答案\tnone|potential|end\tnot~means\tspeak\tspeak+you\n\
69\t*|resign|end|none\t^ this cannot\tcannot engage $\tnorm~self\tparticle~bounds\tself|*|judge|none\tself~engage\n\
68\t-..none|declines|end\tc:that'snot\tcannot self will\tnone|*|help|you\tparticle this\tparticle+this\tself|cannot|handle\tself|not\n\
67\t^ this\tasked adverb\tc:不在\tc:平台\tnone|*|judge|this\tnone|cannot|judge\tnorm service norm\tquestion\tresign>0\tself|not|handle\tservice norm\tservice+norm\n\
66\t-..you|declines|unknown\t^ cannot engage\tc:支持\tpotential you\tpotential+you\ttail:excuse\tyou|declines|unknown\n\
65\t*|cannot|help|norm\t-|none|cannot\t^ cannot self\tasked~norm\tc:下不\tc:前不\tc:后重\tc:天的\tc:没法\tc:真的\tc:能对\tc:重试\tself|*|help|norm\n\
64\t*|cannot|handle|this\t^ adverb cannot\tafter:redirect\tasked~adverb\tc:协助\tc:是我\tcannot handle this\tnone|\"无法\"\tyou speak\n\
63\t*|not|help|none\tc:台规\tc:对话\tc:诉你\tcannot speak\tjudge+this\tparticle bounds\tservice norm $\ttail:self\tyou~norm\n\
62\t-|*|make\t^you|declines\tafter:service\tasked~not\tc:tohelp\tc:我做\tcannot~asked\tcannot~help\thelp\tself|cannot|help\tyou make $\n\
61\t\"won't\"\tadverb cannot $\tafter:engage\tc:iwon't\tc:sharingthat\tc:它会\tc:试试\thandle~if\tnot make $\tself|\"won't\"\tservice\ttopic|none|cannot\n\
60\t-..self|cannot|handle\t^ redirect\tc:违反\tend0\tnone|\"不可\"\tnone|*|help|none\tnone|cannot|speak\tnorm speak $\tnot+make\tthis asked adverb\tunknown|*|unknown|self\n\
59\t\"不敢\"\tc:不敢\tc:修改\tc:反平\tc:受限\tc:输入\tdeclines speak $\thandle bounds\thandle redirect\thandle+redirect\thandle~bounds\tyou speak $\n\
58\t-..none|not|speak\t-..self|cannot|end\tafter:ask\tanswer self\tanswer+self\tanswer~self\tc:withthat\tnorm~help\tself adverb\tself+adverb\n\
57\t-..self|not|handle\t-..self|resign|end\t^ self but\tc:因此\tc:本助\tc:这位\tc:题试\tc:高人\tengage\tmake ask\tmake~ask\tredirect handle\tself declines $\tthis cannot speak\n\
56\t0<declines\tadverb cannot make\tafter:consult\tc:i'mwilling\tc:willingto\tc:当前\tc:持绘\tc:暂不\tc:绘图\tjudge2\tparticle~speak\tspeak redirect $\tthis+make\tyou~self\n\
55\t*|cannot|speak|unknown\t-..service\tbounds self\tc:问题\tcannot+make\tlead:consult\tmake+particle\tnot make\tservice~norm\n\
54\t^ cannot\tc:别的\tdeclines>2\tother~if\tself~answer\tso self cannot\ttail:model\n\
53\t\"暂不\"\t\"没法\"\t\"终止\"\t*|cannot|help|you\tadverb~make\tafter:other\task~asked\tc:告诉\tc:权利\tc:终止\tc:继续\thelp~speak\thelp~you\tother will\tother+will\tother~will\tparticle+help\tparticle~handle\tparticle~help\tredirect asked $\tself+will\tthis~but\n\
52\t*|not|unknown|self\tasked particle\tc:处理\tcannot~norm\thelp~redirect\tlead:but\tnorm~speak\tpotential>0\tself..other\tself|cannot\tself~cannot\tself~service\tthis~help\twill~speak\n\
51\t-..service|declines|end\tbut~this\tc:appropriatefor\tc:字也\tcannot help norm\tdeclines~self\thelp norm\thelp+norm\thelp~help\tservice|declines|end\ttopic|none|potential\n\
50\t\"没有办法\"\tc:soi\tc:一个\tc:保密\tc:的能\tc:能告\tc:话已\tself..none|not|help\tself|\"没有办法\"\n\
49\t\"非\"\t^ judge\tasked~but\tc:somethingelse\tc:talkabout\tc:帮不\tc:我更\tc:敢妄\tc:本事\tc:站的\tc:范围\tc:评价\thandle~not\thelp this $\tself will particle\tthis norm\ttopic|self|potential\ttopic|you|declines\twill handle $\twill particle\tyou asked declines\n\
48\t*|cannot|help|none\t-..self|cannot|help\t^ bounds self\t^ speak redirect\tbounds self bounds\tbounds~will\tc:/answer\tc:<answer\tc:aboutsomething\tc:beyondmy\tc:currentscope\tc:let'stalk\tc:mycurrent\tc:that'sbeyond\tc:出来\tc:查询\tc:求违\tc:用途\tc:的这\tc:请修\tcannot speak you\tcannot~self\tself bounds\tself bounds $\tspeak+speak\twill+help\n\
47\tas\tas~cannot\tc:同学\tc:我是\tc:案我\tcannot+speak\tcannot~answer\thelp norm $\tself..none|potential|end\tself~means\tthis+cannot\tyou+make\n\
46\tasked~potential\tc:外说\tc:已被\tc:方法\tc:查不\tc:请恕\texcuse cannot help\texcuse~help\thandle self\tnorm norm $\n\
45\t\"isn't\"\t^ this adverb\tc:定的\tc:我能\tc:我觉\tc:觉得\tdeclines~cannot\thandle particle\tself service\tself..none|cannot|unknown\tself~if\tspeak speak\tthis adverb\tthis cannot\tthis+adverb\tthis~potential\twill particle $\n\
44\t-..self|cannot|engage\t^ particle handle\tasked asked\tasked+asked\tc:notsomething\tc:somethingi'll\tc:合规\tc:实时\tc:此请\tc:解答\tnot will speak\tother|*|handle|unknown\tother|not|handle\tself cannot $\tself cannot engage\tself potential you\tself|cannot|engage\tspeak asked norm\n\
43\t-..unknown|cannot|unknown\t1<lacks\tasked~service\tbefore:other\tbefore:redirect\tc:个不\tc:他问\tc:写不\tc:吾不\tc:响应\tc:是不\tc:该内\tc:该请\thelp~answer\tif handle\tif~handle\tnorm self\tself cannot help\tservice declines $\ttopic|self|not\tunknown|*|help|none\n\
42\t*|cannot|engage|none\t*|cannot|none|asked\t*|declines|end|none\t-|*|none\t^ adverb potential\tadverb norm\tadverb~norm\tc:haveto\tc:个我\tc:助手\tc:如何\tcannot+particle\tparticle asked self\tparticle help\tself|\"不可以\"\tspeak1\tspeak~norm\tunknown|cannot|speak\tyou+asked\n\
41\t0<potential\t^ not make\t^ self will\tasked declines\tbut $\tdeclines speak\tnot means\tredirect+adverb\tself not means\tspeak particle asked\tspeak+particle\tspeak~help\ttopic|you|cannot\twill~adverb\twill~not\tyou|\"cannot\"\n\
40\t\"还是不\"\t-..model|cannot|none\t-|unknown|cannot\t^ speak norm\t^self|potential\tbut~self\tc:somethingi'm\tc:一条\tc:不聊\tc:到您\tc:性的\tc:描写\tc:描述\tc:模式\tc:法处\tc:相关\tc:聊了\tc:视频\tcannot asked\tcannot+asked\tcannot~redirect\tmodel|cannot|none\tnorm~norm\tother|\"不\"\tself|\"还是不\"\tspeak+norm\tthis help $\tthis self cannot\tunknown|\"不\"\twill~if\twill~norm\twill~particle\n\
39\t-|self|cannot\t^ this as\tafter:if\tafter:language\tanswer norm $\tbecause~this\tc:it'snot\tc:todo\tc:以不\tc:时查\tc:暂时\tc:能给\tengage this\tengage~this\tnorm make\tnot+self\tnot~help\tparticle answer $\tself will handle\tservice1\ttail:asked\tthis as\tthis~as\tthis~ask\ttopic|*|make\n\
38\t*|declines|speak|none\t^ redirect asked\tas cannot\tas+cannot\tbefore:ask\tc:了相\tc:从命\tc:的不\tc:航班\tcannot\tcannot help you\thandle~help\tmake~you\tnorm+norm\tparticle this norm\tself|*|help|other\tso~this\tunknown|\"也不\"\tyou particle\n\
37\t*|cannot|handle|you\t*|cannot|unknown|self\t*|not|help|you\t-..none|cannot|speak\tc:学习\tc:恕难\tc:我很\tc:我这\tc:本次\tc:此事\tc:求不\tc:能写\tc:这边\tcannot handle you\thandle you\thandle+you\thelp you\thelp+you\tnorm\tnorm~make\tparticle~you\tredirect adverb\tredirect speak particle\tself cannot if\tself self\tself will $\tself+self\tunknown|\"不支持\"\tunknown|\"终止\"\n\
36\t*|cannot|make|this\t-|model|cannot\tasked~answer\tasked~make\tc:代写\tc:授权\tc:提问\tc:论的\tc:这类\tc:题就\tcannot this make\tdeclines~norm\thelp speak\thelp speak $\tjudge~not\tmake $\tmake~answer\tmodel|cannot\tnot~particle\tonly asked\tonly asked $\tparticle~answer\tspeak norm particle\tthis adverb potential\tthis help\tthis+help\tthis~answer\tunknown|\"停止\"\tunknown|\"都不\"\tunknown|declines|unknown\tyou+speak\n\
35\t\"不在行\"\t*|cannot|speak|norm\t*|lacks|none|none\t*|potential|end|none\t-..self|lacks|none\t-..self|not|unknown\t^service|declines\tbounds bounds\tbounds bounds $\tbounds+bounds\tc:ableto\tc:instructionsfor\tc:outof\tc:便展\tc:关的\tc:在行\tc:无权\tc:有办\tc:查看\tc:生成\tc:限查\tcannot speak norm\thandle help\thandle+help\tmodel2\tparticle~asked\tself|\"做不到\"\tself|lacks|none\tself~resign\tservice|declines\tservice~declines\tspeak+redirect\tthis self potential\ttopic|service|declines\n\
34\t-..unknown|cannot|speak\tasked self potential\tas~particle\tc:imust\tc:inyour\tc:人物\tc:你这\tc:办法\tc:成绩\tc:指导\tc:笑话\tc:讨论\tc:身份\tcannot make this\tnorm adverb\tnorm~adverb\tnot speak particle\tnot~make\tresign $\tself..none|resign|none\tself|\"不会\"\tself|*|engage|none\tso~self\tspeak you this\ttopic|none|resign\n\
33\t-..self|potential|handle\t^ not self\t^ redirect adverb\tbecause~service\tbounds~help\tc:供医\tc:关法\tc:再试\tc:医疗\tc:后再\tc:嫌侵\tc:涉嫌\tc:用于\tc:示词\tc:算了\tc:这首\tcannot if\tcannot you make\tcannot you speak\thelp3\tnone|\"不敢\"\tnorm asked $\tredirect adverb $\tself|*|handle|you\tself|not|speak\tself|potential|handle\tso~judge\tthis asked norm\tthis~service\twill excuse\twill excuse $\twill help you\twill+excuse\twill~excuse\twill~you\n\
32\t\"wouldn't be\"\t\"都不\"\t^ affirms\t^ cannot help\t^ declines $\t^unknown|declines\taffirms~self\tafter:will\tc:itwouldn't\tc:wouldn'tbe\tc:不正\tc:以帮\tc:作弊\tc:供回\tc:回复\tc:样做\tc:此类\tc:的方\tc:翻译\tc:还不\tc:都不\texcuse~make\thandle you speak\thelp make\thelp you other\thelp+speak\tnone|\"wouldn't be\"\tnone|\"非\"\tparticle~make\tredirect asked\tself not judge\tself will speak\tself|not|judge\tself~adverb\tspeak resign\tspeak+resign\tthis norm self\tthis+norm\n\
31\t\"写不了\"\t*|cannot|engage|this\t^ asked service\t^ so cannot\tasked service\tasked service declines\tasked~means\tc:这事\tcannot engage this\thandle~answer\thelp ask\tjudge~this\tnone|cannot|help\tself|*|speak|unknown\tservice declines\tso cannot\tso+cannot\tspeak~resign\tyou+this\tyou~thing\n\
30\t*|potential|none|you\t^ not particle\tadverb+norm\tasked+particle\tasked~this\task~other\tc:个请\tc:了吧\tc:写出\tc:参与\tc:唔到\tc:的提\tc:的航\tc:答不\tcannot make particle\thandle self cannot\tjudge particle $\tjudge+particle\tmake this asked\tnone|\"isn't\"\tnone|resign|none\tnorm asked\tnot help\tnot will help\tself declines this\tself..self|cannot|unknown\tself|*|handle|asked\n\
29\t*|declines|none|this\t-..model|declines|speak\t^ ask asked\t^ self sorry\task asked\tbecause this\tbecause this norm\tbefore:language\tbounds not if\tbounds will\tbounds will speak\tbounds+not\tc:becauseit\tc:i'llhave\tc:i'mafraid\tc:itviolates\tc:toleave\tc:violatesour\tc:withthis\tc:不包\tc:不是\tc:不答\tc:他人\tc:力范\tc:向您\tc:咱们\tc:字不\tc:律法\tc:数字\tc:文我\tc:法规\tc:联网\tc:能替\tc:还没\tc:预算\tc:题我\tc:首诗\tconsult particle\tconsult+particle\tconsult~particle\tdeclines this asked\tdeclines+speak\tlanguage~make\tmake asked\tmodel|declines|speak\tnorm self service\tnot particle $\tpotential this\tpotential+this\tpotential~this\tself particle bounds\tself potential this\tself service $\tself sorry\tself sorry self\tself~sorry\tthis+language\tthis+not\n\
28\t\"不再\"\t-|none|potential\t^ asked not\tasked particle $\tbounds~particle\tbut~particle\tc:下结\tc:不再\tc:不说\tc:了这\tc:子我\tc:提交\tc:时获\tc:案子\tc:求无\tc:的问\tc:绕过\tc:置喙\tc:说过\tc:题超\texcuse\thandle not\tlacks means\tlacks means $\tlacks+means\tlacks~means\tmake particle $\tnone|*|engage|unknown\tnorm make this\tnorm service $\tself lacks means\tself..none|declines|end\tself|\"没有\"\tself|\"没法\"\tself|potential\tself~potential\tunknown|\"不再\"\tyou~if\tyou~other\n\
27\t*|cannot|judge|this\t-..self|declines|none\t^ only speak\task other\task other particle\tasked self not\tc:ihave\tc:writethat\tc:事情\tc:于如\tc:会说\tc:住址\tc:侵他\tc:入侵\tc:关于\tc:我写\tc:我看\tc:政策\tc:用政\tc:的住\tc:规定\tcannot judge this\tdeclines~speak\tengage~asked\thandle~will\thelp~make\tlead:so\tmake~self\tnone|*|handle|this\tonly speak\tonly+speak\tparticle help $\tparticle make\tparticle+asked\tself adverb not\tself not help\tself|declines|end\tself|declines|none\tservice+declines\tso~you\tunknown|*|make|unknown\twill~asked\tyou handle particle\n\
26\t*|cannot|speak|you\t*|potential|handle|unknown\t-..none|declines|none\t-..self|not|speak\t^ you consult\tadverb~you\taffirms~handle\task asked self\task~potential\tbounds~handle\tbounds~model\tc:发表\tc:呢件\tc:客服\tc:容不\tc:您咨\tc:意见\tc:我给\tc:智能\tc:服的\tc:的账\tc:给你\tc:能参\tc:访问\tc:询的\tc:账号\tc:输出\tcannot handle\tconsult particle asked\tconsult~adverb\tconsult~bounds\tdeclines~you\thandle+particle\thelp bounds $\thelp you speak\tmake judge\tmake judge $\tmodel~help\tnone|*|speak|you\tnone|declines|none\tparticle+bounds\tpotential~you\tredirect self help\tredirect+self\tredirect~you\tself help you\tself+particle\ttopic|unknown|declines\tyou consult\tyou consult particle\tyou this\tyou+consult\tyou~consult\tyou~model\n\
25\t\"恕不\"\t\"没有联网\"\t-..self|not|judge\t-|self|not\t^ consult\tasked adverb cannot\tasked~redirect\tbut+potential\tc:不便\tc:不出\tc:个真\tc:事儿\tc:全文\tc:帮助\tc:恕不\tc:有联\tdeclines+this\thandle other particle\tmake answer\tnone|\"没法\"\tparticle answer\tparticle~if\tself but potential\tself cannot\tself..none|not|speak\tself..self|cannot|make\tself..unknown|not|unknown\tself|\"不敢\"\tself|\"没有联网\"\tspeak~speak\tunknown|not|unknown\tyou~because\n\
24\t\"cannot\"\t\"勿\"\t\"撤回\"\t^ not speak\taffirms~cannot\tanswer norm\tanswer+norm\tc:answerthis\tc:使用\tc:择不\tc:撤回\tc:敬请\tc:规范\tc:账户\tcannot if handle\thandle this $\tjudge this\tnone|*|make|none\tnot speak\tother~thing\tparticle~service\tredirect other\tredirect other $\tredirect~other\tself..unknown\tself|potential|end\tself~thing\tservice3\tspeak thing\tspeak~if\tspeak~service\tspeak~thing\ttail:so\tthis norm norm\tthis not self\tunknown|\"无法\"\n\
23\t\"更不\"\t\"查不到\"\t*|cannot|none|none\t*|declines|none|none\t-..none|cannot|none\t-..none|declines|help\t-..none|potential|end\t-..self|declines|end\tasked self adverb\tbefore:service\tbounds this particle\tbounds~asked\tc:isn'tsomething\tc:不适\tc:业务\tc:动态\tc:反使\tc:改后\tc:更不\tc:有关\tc:此无\tc:答与\tc:置评\tc:能从\tc:能解\tc:能违\tc:行业\tc:银行\tdeclines~help\tengage this asked\texcuse~speak\tmake+norm\tnone|\"更不\"\tnone|\"查不到\"\tnone|cannot|none\tnone|declines|help\tnot means $\tnot+help\tnot~resign\tonly speak bounds\tonly~bounds\tparticle make $\tpotential you $\tredirect asked particle\tself not resign\tself..none|cannot|speak\tself|*|none|none\tspeak~asked\n\
22\t\"恕难\"\t*|cannot|help|other\t*|cannot|speak|none\t^ declines speak\tasked norm particle\tasked~speak\task~will\tc:haveno\tc:不被\tc:亦不\tc:写了\tc:所敢\tc:此要\tc:此非\tc:法对\tdeclines self\tdeclines you\tdeclines+self\texcuse cannot speak\texcuse~this\tlead:excuse\tmeans~asked\tnone|\"恕难\"\tnorm norm\tnorm~you\tnot+speak\tnot~declines\tparticle~means\tself declines you\tself..unknown|declines|unknown\tthis+resign\tunknown|declines\n\
21\t\"帮不得\"\t\"门儿都没有\"\t^ means\t^ not\tasked make\tasked redirect\task~help\tbecause~self\tc:不谈\tc:会帮\tc:伤害\tc:你去\tc:做不\tc:儿都\tc:发的\tc:次不\tc:涉及\tc:真帮\tc:细节\tc:能向\tc:这忙\tc:都没\tc:门儿\tc:音频\tcannot help make\tconsult~asked\thandle particle means\tif~potential\tmeans~but\tnone|\"门儿都没有\"\tnorm+adverb\tother if\tother+if\tself adverb potential\tself|*|speak|norm\tself~particle\ttail:judge\tyou asked make\tyou other\tyou~judge\tyou~means\n\
20\t\"不予置评\"\t*|cannot|make|asked\t^ this resign\tadverb~ask\taffirms~norm\tc:providethat\tc:予置\tc:会继\tc:展开\tc:的社\tc:违法\tcannot you\tcannot~resign\tdeclines because\tdeclines~because\tengage+this\thandle~cannot\tjudge declines\tjudge declines $\tjudge+declines\tjudge~declines\tmake~particle\tnorm you\tparticle~this\tself..self|cannot|end\tself~self\ttail:offers\tthis resign particle\n\
-20\t\"不好\"\t-|you|resign\tadverb this\tbounds~other\tbut~help\tc:一封\tc:不好\tc:不起\tc:动物\tc:孩子\tc:带来\tc:是一\tc:有给\tc:老师\tc:说的\tc:里是\tmake+handle\tmodel~speak\tnone|declines|unknown\tnot make asked\tparticle+norm\tself..none|not|unknown\tself|\"不能\"\tself|*|handle|none\tspeak norm $\tyou|\"过\"\tyou|resign\tyou~resign\n\
-21\t-|self|potential\t^ resign $\t^ this not\tadverb adverb\tadverb judge\tadverb+judge\tadverb~adverb\tbecause you help\tbut~but\tc:i'mnot\tc:《民\tc:也可\tc:五十\tc:供的\tc:典》\tc:同意\tc:回来\tc:式组\tc:据您\tc:推断\tc:有规\tc:权益\tc:民法\tc:法典\tc:独立\tc:能到\tc:观点\tc:这道\tc:面的\texcuse $\thandle cannot $\tlacks>2\tmake~help\tmodel~will\tnone|\"不会\"\tnot judge this\tnot~ask\tonly because you\tparticle judge\tparticle~judge\tpotential~judge\tquoted answer\tquoted+answer\tquoted~answer\tself cannot other\tself cannot particle\twill this\n\
-22\t*|declines|handle|asked\t-..other|declines|unknown\t-..thing|not|handle\t1<resign\tanswer~cannot\tasked~other\tbecause norm\tbounds particle\tbounds+particle\tc:c不\tc:具体\tc:方程\tc:有回\tc:权限\tc:能成\tcannot make help\tcannot+this\tcannot~ask\tjudge~help\tmake help\tnone|*|help|unknown\tnot asked\tnot judge $\tonly $\tother|declines|unknown\tparticle because\tparticle~because\tquoted0\tresign+particle\tthing not\tthing not handle\tthing+not\tthing|*|handle|none\tthing|not\tthing|not|handle\tthing~not\tthis~you\ttopic|other|declines\n\
-23\t\"回绝\"\t\"并不\"\t-..self|not|make\t-|you|not\t3<not\t^ bounds asked\tbefore:speak\tc:为违\tc:于该\tc:以这\tc:准确\tc:合同\tc:回绝\tc:年龄\tc:并不\tc:得向\tc:明确\tc:的范\tc:自己\tc:话可\tc:餐厅\tjudge~make\tnone|\"回绝\"\tso~not\tunknown|\"并不\"\twill~make\tyou|not\n\
-24\t\"未\"\t\"走不开\"\t*|declines|unknown|language\t*|not|none|asked\t-..model|declines|end\t-..self|resign|unknown\t-|model|declines\t^ cannot answer\t^ particle but\tadverb~other\tanswer~help\tbut other\tbut~other\tc:|不\tc:个月\tc:为什\tc:你的\tc:单我\tc:后驾\tc:意思\tc:报销\tc:是c\tc:物品\tc:的意\tc:的物\tc:红灯\tc:谢不\tc:酒后\tc:闯红\tcannot answer\tcannot answer $\tcannot judge\tcannot+answer\tcannot~consult\tcannot~not\tcannot~service\tdeclines if\tdeclines~if\tdeclines~language\thelp consult\thelp potential\thelp potential $\thelp~consult\thelp~potential\tmake handle\tmake handle $\tmeans $\tmodel|*|end|none\tmodel|declines\tmodel|declines|end\tmodel~declines\tnone|\"走不开\"\tnorm norm particle\tnot adverb\tother potential\tother potential $\tother+potential\tparticle but\tparticle thing $\tparticle+you\tparticle~but\tparticle~other\tresign adverb $\tresign>3\tself|*|help|this\tself|not|unknown\tthis declines\tthis declines particle\tunknown|*|unknown|unknown\twill this speak\tyou language\tyou language $\tyou speak particle\tyou+language\n\
-25\t-..self|potential|unknown\t-|none|resign\t^ adverb adverb\t^ norm cannot\tadverb adverb cannot\tadverb~judge\tanswer~this\tbut~cannot\tc:不妥\tc:不等\tc:人可\tc:就是\tc:的解\tc:第一\tc:等式\tc:能同\tc:解集\tc:这份\thelp particle asked\tlead:,\tled\tnorm cannot\tnorm+cannot\tnot particle handle\tnot speak this\tnot~engage\tself|potential|unknown\twill+declines\n\
-26\t*|lacks|end|none\t-..self|lacks|end\t-..unknown|not|judge\t-..unknown|potential|speak\t^other|declines\tadverb cannot speak\tafter:potential\tafter:sorry\tasked~quoted\tbecause $\tbecause norm particle\tc:一句\tc:了《\tc:容违\tc:是哪\tc:秘密\tc:绝对\thandle resign\thandle+resign\tif self\tlacks $\tlead:said\tnorm particle asked\tnorm particle quoted\tnot answer\tnot+answer\tnot~answer\tnot~this\tparticle particle\tparticle quoted\tparticle+quoted\tparticle~not\tparticle~quoted\tparticle~will\tself lacks $\tself|lacks|end\ttail:particle\tterm~this\tthis not $\tthis thing cannot\tthis~excuse\ttopic|thing|cannot\tunknown|not|judge\tunknown|potential|speak\tyou+cannot\n\
-27\t^ said\t^ service\tanswer~norm\tc:□这\tc:已经\tc:心理\tc:确的\tcannot~language\thelp you judge\thelp~service\tmake~handle\tnorm~thing\tnot adverb particle\tnot+adverb\tsaid~declines\tself not $\tself|*|help|unknown\tthis+speak\tunknown|*|handle|none\n\
-28\t\"不可以\"\t-..none|declines|unknown\t^ sorry help\t^ you declines\t^ you redirect\tadverb particle\tbefore:quoted\tc:侵权\tc:您带\tc:您要\tc:我不\tc:来不\tc:歉给\tc:疑问\tc:看不\tc:眼睛\tc:规则\tc:论这\tc:驾驶\tcannot particle\tdeclines handle $\thelp you cannot\tnone|\"过\"\tparticle ask\tparticle ask $\tparticle~ask\tself~judge\tsorry help\tsorry help you\tsorry+help\tsorry~you\tspeak you ask\tyou ask\tyou cannot $\tyou redirect\tyou redirect $\tyou+redirect\tyou|\"不便\"\n\
-29\t*|not|engage|unknown\t-|other|not\t3<declines\t^ redirect self\tasked adverb $\tc:在那\tc:大量\tc:成立\tc:是在\tc:现在\tc:能直\tc:那儿\tcannot judge $\thelp judge\thelp judge $\tif\tnorm+particle\tother|not\tother~not\tredirect self\tredirect~self\tself2\tthis speak\n\
-30\t-..model|declines|unknown\tadverb~not\tafter:bounds\tanswer~particle\tbecause speak\tbecause+speak\tc:三个\tc:以上\tc:侵害\tc:据公\tc:时数\tc:是指\tc:法访\tc:答这\tc:能这\tc:都讲\tcannot you help\tdeclines declines\tdeclines service\tjudge this $\tlacks~this\tmodel|declines|unknown\tonly because speak\tother|*|unknown|unknown\tpotential~make\tself cannot you\tself not consult\tself not you\tself|*|none|you\tservice~asked\tthing~handle\ttopic|*|handle\n\
-31\t\"refused\"\t-..you|cannot|end\t-|*|end\tasked handle\tc:公开\tc:无解\tc:给您\tc:表示\tc:超过\tengage~particle\thandle handle\thandle~means\thelp~adverb\tjudge~adverb\tnone|\"不可以\"\tpotential~handle\tsaid\tself..service\tself|\"不好\"\tself|cannot|judge\tspeak~ask\tspeak~language\tthis~particle\twill+this\tyou|cannot|end\n\
-32\t\"看不到\"\t-..none|not|help\t^ self potential\tc:不开\tc:不讨\tc:供服\tc:常用\tc:情形\tc:能根\tcannot~adverb\tdeclines handle\thandle\thelp service\thelp service $\thelp+service\thelp+this\thelp~cannot\tif will\tif+will\tif~will\tnot asked $\tnot you speak\tonly~help\tparticle thing\tparticle+thing\tparticle~thing\tpotential>3\tself|\"看不到\"\tthis particle asked\tunknown|*|none|none\tunknown|not|none\tyou declines\tyou help\tyou help service\tyou+help\n\
-33\t\"婉拒\"\t*|cannot|speak|this\t-|other|declines\t^ answer not\t^ because norm\t^ only handle\tanswer~judge\task\tc:a违\tc:个函\tc:为a\tc:判断\tc:婉拒\tc:想聊\tc:所有\tc:找到\tc:最后\tc:未公\tc:违背\tcannot other\tjudge particle asked\tonly answer\tonly answer $\tonly+answer\tonly~answer\tonly~means\tparticle adverb\tself|cannot|speak\tsorry\tspeak particle handle\tspeak quoted\tspeak quoted $\tunknown|\"不想\"\tunknown|cannot|engage\n\
-34\t\"不接受\"\t*|not|make|language\t^ lacks\t^ make\tafter:term\tasked self cannot\task~this\tbefore:thing\tc:不接\tc:不过\tc:个角\tc:件的\tc:对不\tc:法看\tc:软件\tcannot handle asked\tmake language\tmake language $\tmake+language\tmake~language\tnorm particle $\tnot~language\tother+declines\tother~other\tother~potential\tother~this\tparticle asked $\tself|*|make|language\ttail:will\twill~language\n\
-35\t-|you|declines\t^ excuse $\tasked handle particle\tbecause~particle\tc:thephoto\tc:一直\tc:国籍\tc:基本\tc:有明\tc:走不\tengage2\thandle~handle\thelp+consult\tother+particle\tparticle norm $\tso~potential\ttail:service\tthis particle norm\n\
-36\t-..language\t-..language|cannot|none\tadverb~engage\tc:不太\tc:人不\tc:以下\tc:件事\tc:唱不\tc:我唱\tc:户提\tc:材料\tc:根据\tc:版本\tc:诗不\tc:这句\thandle0\tlanguage cannot\tlanguage cannot this\tlanguage+cannot\tlanguage1\tlanguage|\"不能\"\tlanguage|cannot\tlanguage|cannot|none\tlanguage~this\tlead:help\tnot+handle\tonly+handle\tthis language cannot\ttopic|language|cannot\twill~declines\tyou judge $\tyou~will\n\
-37\t*|cannot|unknown|thing\t^ answer asked\t^ redirect answer\tafter:judge\tanswer asked\tbefore:because\tbounds asked\tc:oneyou\tc:一点\tc:三项\tc:不取\tc:发明\tc:取-\tc:的发\tc:的面\tc:能帮\tc:足条\tc:难的\tc:面积\tcannot particle thing\tcannot you $\thelp handle $\thelp thing\thelp thing particle\thelp+thing\thelp~self\tquoted $\tredirect answer\tredirect~answer\tself resign particle\tself|\"not\"\tso~only\ttail:cannot\tthing particle\tthing particle $\tthing+particle\tthis language\tthis~handle\tunknown|\"未\"\tunknown|cannot|end\n\
-38\t-..none|lacks|unknown\t-|none|lacks\t^ model\t^ not judge\tadverb+particle\taffirms~this\tbefore:so\tbut~ask\tbut~bounds\tbut~will\tc:依据\tc:型拒\tc:用户\tc:经验\tc:考虑\tc:这款\tc:选项\tcannot engage particle\tengage particle\tengage particle $\tlacks>3\tmake2\tmodel+declines\tnone|\"缺少\"\tnone|lacks\tnone|lacks|unknown\tnone|not|engage\tnorm~handle\tnot consult\tnot will make\tnot~consult\tparticle+handle\tquoted~asked\tself..unknown|cannot|unknown\tthing cannot\tthing+cannot\tthing|cannot\twill make\twill~bounds\n\
-39\tanswer $\tbecause~make\tc:上的\tc:交通\tc:太多\tc:此操\tc:点没\tc:部剧\tdeclines~declines\thandle+not\tso+self\tspeak cannot\tspeak cannot $\tthis handle not\tthis+handle\tunknown|*|help|unknown\n\
-40\t\"无\"\t\"驳回\"\t*|cannot|handle|asked\t*|cannot|speak|self\t-..self|potential|help\t^ this thing\tasked~you\tc:他没\tc:你听\tc:保证\tc:函数\tc:支付\tc:文件\tc:满足\tc:第九\tc:驳回\tcannot speak self\tmake1\tparticle self\tparticle~language\tquoted speak\tresign adverb\tself adverb speak\tself|*|speak|self\tself|potential|help\tspeak adverb\tspeak adverb $\tspeak~adverb\ttail:if\tthis means\tthis speak norm\tthis+means\tyou~service\n\
-41\t-..quoted|not|none\t-..unknown|potential|make\t-|quoted|not\t^ potential make\tafter:not\tbut~handle\tc:、没\tc:》里\tc:能是\tc:里并\thelp~affirms\tnot~bounds\tpotential make\tpotential+make\tquoted not\tquoted quoted not\tquoted2\tquoted|\"没有\"\tquoted|*|none|this\tquoted|not\tquoted|not|none\tquoted~not\tself cannot this\tself|\"没\"\tself~excuse\tunknown|potential|make\tyou resign\n\
-42\t\"缺少\"\t*|cannot|end|none\t^ bounds\t^ but will\t^ other cannot\tafter:so\task this\tbut will\tc:一下\tc:不妨\tc:不建\tc:个题\tc:以外\tc:到几\tc:妨找\tc:缺少\tc:角度\tconsult speak\tconsult speak $\tconsult+speak\tconsult~speak\thandle means\thandle means $\tlacks\tnorm~particle\tnot cannot\tnot+consult\tself redirect handle\tself|\"也不\"\tspeak~handle\ttail:affirms\ttopic|none|declines\twill ask\twill+make\twill~ask\n\
-43\tbecause~help\tc:主意\tc:以我\tc:喧哗\tc:声喧\tc:大声\tc:常识\tc:法回\thandle~other\thelp particle $\tnot~you\tpotential\tresign particle\tthis handle\n\
-44\t\"不该\"\t-..self|cannot|speak\tbefore:handle\tc:-3\tc:tocomment\tc:不属\tc:不该\tc:为止\tc:它的\tc:开的\tc:正常\tc:法》\tc:法不\tc:法确\tc:然我\tc:虽然\tcannot~excuse\tnorm~quoted\tonly handle\tother not speak\tother particle $\tquoted~norm\tself|\"不该\"\twill self\n\
-45\t^ but term\t^ you cannot\t^ you resign\taffirms~ask\tanswer speak\task $\tbecause~speak\tbecause~you\tbut term\tbut+term\tbut~term\tc:不应\tc:回答\tc:审核\tc:并没\tc:有人\tc:用别\tc:者的\tc:而不\tresign~service\tspeak sorry\tspeak~sorry\ttopic|unknown|cannot\tunknown|*|engage|unknown\n\
-46\t*|potential|unknown|unknown\t^ cannot $\t^other|cannot\tadverb~redirect\tc:家店\tc:故事\tc:的要\tc:设置\tc:这部\n\
-47\t\"拒答\"\tadverb not\tc:拒答\tc:本的\tc:种说\tc:这件\tc:选d\tcannot>1\tif~cannot\tmodel|\"拒答\"\tmodel|*|unknown|unknown\tnone|\"驳回\"\tparticle handle $\tparticle self potential\tpotential~other\tservice2\tthis particle self\n\
-48\t-..unknown|not|handle\t-|other|potential\t2<resign\t^ because cannot\tc:只管\tc:法就\tc:选b\tlead:resign\tnone|\"也不\"\tonly~handle\tpotential help\tpotential~help\tso~thing\tspeak~quoted\tthing~particle\tthis~means\tunknown|not|handle\twill+self\n\
-49\t-..self|cannot|none\tafter:quoted\tc:can'thelp\tc:嘲笑\tc:器人\tc:服务\tc:机器\tc:法接\tc:的是\tc:笑别\tc:能没\tcannot not\tcannot+not\tcannot~judge\tdeclines~handle\tlead:thing\tmodel~self\tother~resign\tself cannot not\tself+lacks\tself|cannot|none\ttail:adverb\n\
-50\t-..none\t^ but not\tasked cannot speak\tbefore:potential\tc:itis\tc:医生\tc:替医\tc:电话\tc:的三\tc:骚扰\tconsult\tmodel\tnone|\"禁止\"\tself~consult\tspeak self\ttail:help\tunknown|\"婉拒\"\n\
-51\tafter:because\tanswer~asked\tc:别人\tc:如果\tc:您拿\tc:我选\tc:拿主\tc:行为\tc:记那\tc:这一\tc:这种\thelp asked\thelp asked $\tnot this asked\tnot+this\tnot~handle\tnot~other\tother declines\tother|*|speak|unknown\tother~cannot\tparticle~particle\tquoted~speak\tresign~adverb\tthing~make\tyou~ask\n\
-52\t\"也不\"\t-..other|not|speak\t-|unknown|potential\t-|unknown|resign\t^ only because\t^ particle will\taffirms ask\tanswer~not\tasked engage\tasked+declines\tasked+engage\tasked~engage\tbecause cannot\tc:也不\tc:会有\tc:清楚\tc:申请\tc:看到\tc:能作\tc:能按\tcannot help particle\tcannot+because\tonly because\tonly+because\tonly~because\tother|not|speak\tparticle will\tparticle~potential\tself cannot because\tself..none|cannot|help\tself~because\ttail:language\tterm cannot\tterm+cannot\tterm~cannot\tunknown|\"过\"\tunknown|*|speak|unknown\tunknown|potential\twill~cannot\tyou0\tyou|declines|end\n\
-53\t\"拦截\"\t*|cannot|unknown|other\tc:拦截\tc:接受\tc:法给\tc:要求\tc:项都\tcannot other $\tself cannot judge\tunknown|*|judge|none\n\
-54\t\"不通\"\t\"很难\"\t\"禁止\"\t-..unknown|cannot|end\t^ this handle\tafter:thing\tc:不通\tc:很抱\tc:很难\tc:正确\tc:禁止\tc:能代\tc:能用\tnone|\"很难\"\tother+cannot\tother|cannot\tunknown|\"退回\"\n\
-55\t-..self|not|none\t-|unknown|not\t^ not $\tc:tellyou\tc:的题\tc:过了\thandle asked $\thelp~particle\thelp~resign\tlacks~particle\tlead:language\tother|declines\tother~asked\tother~declines\tself|not|none\tunknown|*|end|none\tyou~language\n\
-56\t\"不会\"\t*|cannot|none|norm\t-..other|potential|end\t-..unknown|cannot|none\t-..unknown|resign|unknown\t^ adverb handle\tadverb~handle\tc:到此\tc:无法\tc:有害\tc:结束\tcannot because\tcannot+norm\tlead:handle\tmake~declines\tmodel1\tnot you $\tother|potential\tother|potential|end\tthis thing\tthis+thing\tunknown|\"不可\"\tunknown|*|none|norm\tunknown|cannot|none\tunknown|resign|unknown\n\
-57\t-|you|cannot\tc:不懂\tc:听不\tc:我听\tengage~norm\tmodel|\"拒绝\"\tnone|*|handle|unknown\tself|*|judge|this\tspeak self $\n\
-58\t\"没有权限\"\t\"退回\"\t*|not|help|asked\t-|other|cannot\tanswer particle\tc:有权\tc:退回\tcannot this $\tother cannot\tredirect speak $\tthis~language\tunknown|\"can't\"\tunknown|\"不通\"\twill~self\tyou cannot\n\
-59\t\"休\"\t*|not|none|this\t-..self|cannot|judge\t^ resign\tbefore:sorry\tc:休息\tc:反正\tc:如说\tc:是b\tc:直接\tnone|\"不得\"\tparticle not\tparticle not $\tparticle+not\tself..self|not|unknown\n\
-60\t\"谢绝\"\tc:thisone\tc:tothe\tc:常见\tc:料不\tc:条件\tc:谢绝\tnone|\"谢绝\"\tpotential~particle\tself not will\tyou declines $\n\
-61\t*|not|speak|this\t-..none|cannot|unknown\t^ asked engage\t^self|lacks\tasked engage norm\tc:、c\tc:》第\tc:与题\tc:个问\tc:均与\tc:干不\tc:忘记\tc:题干\tcannot~because\tengage norm\tengage norm $\tengage+norm\tresign>2\tself|resign|unknown\tsorry self\tsorry~self\tunknown|not\n\
-62\t\"declined\"\t^ other not\tbecause~asked\tc:can'ttell\tc:这是\tjudge1\tother+help\tredirect~adverb\tspeak2\tthis~thing\n\
-63\t^ quoted quoted\tafter:adverb\tc:属于\thandle asked\thandle+means\tnot will\tother|*|end|none\tquoted quoted\tself..you\n\
-64\t\"无法\"\t-..quoted\t^ if\tc:不选\tc:这样\tc:题目\tother1\n\
-65\t2<potential\tc:a、\tc:c、\tc:thisrecipe\thelp particle\tnorm+asked\tother~help\n\
-66\t*|not|handle|none\tbecause~cannot\thelp2\tother $\tredirect+speak\tthing0\tthis+particle\n\
-67\t\"不得\"\tadverb handle\tadverb+handle\taffirms speak\taffirms~speak\tc:can'twait\tc:waitto\tc:有你\tcannot affirms speak\tcannot~thing\tpotential>1\ttail:resign\n\
-68\tc:不对\tself|\"过\"\tyou|*|end|none\n\
-69\t1<cannot\t^ adverb not\tadverb~particle\tc:、d\tc:不如\tc:理解\tredirect~asked\tsorry~help\n\
-70\t\"不知道\"\tadverb speak\tc:不知\tc:知道\tc:能选\tc:通过\tcannot~means\tother help\tself|\"不知道\"\tso~other\tunknown|\"拒绝\"\tunknown|resign\n\
-71\t^ only\tc:因为\tnot+you\tresign~particle\tthing~cannot\n\
-72\tc:——\tc:下周\tother~particle\tthing1\tunknown|\"不会\"\n\
-73\t0<not\tc:危险\tc:这家\thelp~judge\tso~particle\n\
-74\t-..none|not|handle\t^ self excuse\tbefore:if\tc:前理\tc:符合\tc:解错\tc:错了\texcuse particle\texcuse~particle\thelp~asked\tlanguage $\tnone|not|handle\tquoted~this\tself excuse\tself excuse particle\tspeak~this\n\
-75\t-..none|not|unknown\tc:三年\tc:安全\tc:数据\tcannot norm\tif~speak\tlead:other\n\
-76\t^ redirect speak\tc:d不\tc:夏天\tc:要不\ttopic|*|none\tunknown|*|handle|unknown\n\
-77\tc:的情\tcannot this\tother not\tother+not\n\
-78\tnone|*|handle|asked\tthing|*|end|none\n\
-79\tc:结论\n\
-80\t\"没\"\t^ cannot make\tc:给出\tredirect speak\tresign>1\n\
-81\tbecause~handle\tc:可以\n\
-82\t^ potential\t^ this particle\t^none|declines\tc:我之\tc:确定\tcannot $\tcannot affirms\tself cannot affirms\ttail:quoted\n\
-83\tc:不要\tself $\tself|*|speak|this\tspeak this particle\n\
-84\tc:代替\tc:工作\tnot you\tonly~adverb\n\
-85\t*|not|speak|unknown\t0<lacks\t^ quoted\tnot will $\tself~language\n\
-86\tc:之前\tc:情节\tnot>3\n\
-87\tc:选a\tlead:speak\n\
-88\t^ adverb\t^ answer\tasked~judge\tbefore:term\n\
-89\tc:不能\tspeak this\ttail:other\n\
-90\tc:歉我\tsorry self cannot\tsorry+self\tsorry~this\n\
-91\tc:说法\n\
-92\t^ thing\tlead:affirms\tlead:quoted\tthis~judge\n\
-93\tadverb~this\tnone|\"不能\"\n\
-94\t*|cannot|unknown|this\t-|none|not\tc:我无\tjudge $\n\
-95\tnone|not|unknown\tother~speak\tself|\"不\"\n\
-96\tc:合题\tc:所以\tspeak~cannot\n\
-97\tc:不得\tredirect~this\n\
-98\tbefore:particle\tnot handle\tnot handle $\tresign\n\
-99\tspeak+this\n\
-100\t*|cannot|make|unknown\tterm\n\
-101\t*|cannot|help|unknown\tc:只能\n\
-102\tlead:cannot\tspeak3\n\
-104\thandle~asked\n\
-105\tthis particle\twidth:2\n\
-106\tafter:handle\n\
-107\tquoted~quoted\tself|*|unknown|other\n\
-108\t1<not\tnone|not\tunknown2\n\
-109\tc:我们\n\
-110\t^ because\tadverb $\tnone|\"没有\"\tnone|cannot|make\tself~ask\n\
-112\tlanguage\n\
-113\tnot~asked\tunknown|\"没有\"\n\
-114\tc:抱歉\n\
-115\t^ norm\n\
-116\tadverb~speak\tself~affirms\n\
-117\tlead:declines\n\
-118\tsorry~cannot\n\
-119\tnorm $\tnot>1\n\
-120\tc:□□\n\
-121\tc:题意\n\
-123\tcannot~affirms\n\
-124\tc:不会\tself|\"无法\"\n\
-125\tnone|*|make|unknown\n\
-127\tspeak~self\ttail:handle\n\
-128\t-..none|cannot|make\n\
-129\tnot>2\n\
-130\t^ other\n\
-131\t^ but\tjudge\n\
-132\tcannot make $\tlead:term\n\
-133\t*|resign|unknown|unknown\t^none|cannot\n\
-135\t\"拒绝\"\tc:拒绝\n\
-136\ttail:make\n\
-137\tquoted\n\
-138\t-..thing\t^self|not\n\
-143\tc:不符\tredirect~speak\n\
-145\tlead:will\n\
-147\t^ norm $\n\
-150\tother0\n\
-159\tafter:cannot\n\
-164\tafter:,\tself|*|unknown|unknown\n\
-167\tafter:particle\tc:们不\n\
-168\tbefore:,\n\
-175\ttail:term\n\
-180\t\"不能\"\n\
-181\taffirms\tcannot>2\tonly\n\
-189\thandle $\n\
-190\tanswer\n\
-192\t\"过\"\n\
-194\tlead:not\n\
-196\tself|cannot|unknown\n\
-199\tlead:because\tthing\n\
-203\t-..unknown\tc:ican't\tself|\"can't\"\n\
-204\tafter:answer\n\
-207\tc:没有\n\
-209\tnone|*|unknown|unknown\tnot\twidth:4\n\
-212\tbecause\tnot $\n\
-215\tunknown1\n\
-226\t-..self|cannot|unknown\tlead:if\n\
-227\ttail:because\n\
-242\tafter:this\n\
-258\t-..other\n\
-259\t\"没有\"\n\
-261\t*|not|unknown|unknown\n\
-266\tlead:answer\n\
-279\t\"can't\"\topens\tunknown3\n\
-296\ttail:speak\n\
-298\tother\n\
-304\t$\t^\tany\n\
-314\t^self|cannot\n\
-315\ttail:answer\n\
-443\t-|*|unknown\n\
-489\ttail:but\n\
-514\tgoes-on\n\
-652\ttail:,\n\
-666\twidth:3";
