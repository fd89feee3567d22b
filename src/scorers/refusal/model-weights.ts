// Made by scripts/train-refusal-model.ts; not edited by hand. One weight a line and its features.
// biome-ignore format: one line a weight
export const WEIGHT_TABLE = "642\tself\n\
599\tlead:self\n\
549\twidth:1\n\
433\tlast\n\
373\ttail:you\n\
347\tlead:sorry\n\
294\tlead:asked\n\
292\tlead:this\n\
280\tlead:norm\n\
274\t^ self\n\
271\tlead:you\n\
262\tc:forme\n\
252\tspeak0\n\
251\tasked\n\
242\tself~will\n\
238\tdeclines\n\
237\tself..none\n\
218\t*|not|speak|none\n\
208\tself will\tself~make\n\
206\t^unknown|cannot\tlead:as\n\
205\tafter:asked\n\
202\tcloses\n\
199\tself|*|end|none\n\
192\tself~norm\n\
190\thelp $\tlead:make\n\
188\tmake0\n\
186\tc:提供\n\
184\thandle~particle\n\
182\tyou\n\
181\tparticle $\n\
179\tcannot>0\n\
178\tcannot+help\n\
177\tbefore:self\tc:内容\n\
176\t-|none|declines\n\
167\tdeclines>0\n\
165\twill\n\
164\tlead:means\n\
163\tunknown|\"not\"\n\
159\t-..self\n\
158\tthis\n\
157\tcannot~you\n\
153\tyou~asked\n\
151\tlead:ask\ttail:sorry\tthis $\n\
150\tnone|*|end|none\tself..self\n\
149\tmake\n\
148\tlead:lacks\tlead:only\tself0\tself~handle\n\
147\t^ declines\tthis asked\n\
146\tself|declines\tself~declines\n\
145\tcannot~will\thandle~self\tthis~self\n\
144\tafter:norm\n\
139\tafter:you\n\
138\tasked~particle\tc:我没\twidth:0\n\
136\tredirect~particle\n\
135\tbefore:help\tnone|declines\n\
133\ttopic|*|speak\n\
132\t\"not\"\n\
131\tafter:speak\n\
130\tlead:particle\n\
128\thelp0\n\
127\t*|not|unknown|this\tcannot self\tlead:adverb\tself declines\tyou~make\n\
126\tc:我就\n\
125\tc:话题\tredirect particle\tyou~handle\tyou~speak\n\
123\tc:meto\tcannot~make\n\
121\t*|cannot|make|none\n\
120\t^ speak\tc:能提\tnone|cannot\tnot~self\n\
119\tc:containinappropriate\tc:datamay\tc:inappropriatecontent\tc:maycontain\tc:们聊\n\
118\tnot>0\tself~speak\n\
117\tredirect particle $\tredirect+particle\tself1\n\
115\t-|self|declines\tafter:offers\n\
114\tc:helpwith\n\
113\texcuse cannot\texcuse+cannot\texcuse~cannot\n\
112\tadverb cannot\thandle~redirect\n\
111\tc:不了\tcannot~this\tself|\"就不\"\n\
110\t-|*|help\twill speak\twill+speak\n\
109\t^ excuse cannot\tnot this $\tredirect\tspeak $\n\
108\t\"就不\"\t-..unknown|cannot|make\tc:就不\tc:您的\tunknown|cannot|make\n\
107\tbefore:adverb\tcannot help\tcannot>3\tnorm~service\n\
106\tredirect~redirect\tself cannot handle\n\
105\tdeclines~this\tthis~adverb\n\
104\t^ excuse\tc:恕我\tcannot~speak\tnorm service\tnorm+service\tyou asked\tyou~particle\n\
103\tc:</\tcannot help $\tself~bounds\tyou+handle\n\
102\tc:暂无\tengage $\tspeak particle $\n\
101\t^ you handle\tafter:make\tself|cannot|make\n\
100\tc:别的\tcannot speak\tnorm~this\tnot~speak\n\
99\t^ redirect handle\t^self|declines\tc:的吧\tc:聊点\tif+handle\tspeak+you\n\
98\tlead:judge\tnone|*|none|none\tself|*|make|none\ttail:consult\ttail:norm\n\
97\t^ self cannot\tasked~self\tnone|*|speak|none\tredirect $\tthis self\n\
96\t1<declines\tdeclines this\tself+not\n\
95\tasked~declines\tbounds $\tc:点别\thandle redirect\thandle redirect particle\thandle+redirect\tredirect handle redirect\tthis+self\tyou handle\n\
94\tadverb+cannot\tcannot~particle\n\
93\tc:让我\n\
92\tbounds\tyou~bounds\n\
91\tc:请求\tself not\n\
90\tmake this\tmake~this\tyou make\n\
89\t*|declines|unknown|this\t-|*|engage\tcannot~engage\tnone|declines|end\tthis~speak\n\
88\tbounds~bounds\tredirect+handle\tself but\tself+but\tself|cannot|end\tself|declines|unknown\tself~but\tsorry~declines\tso~cannot\n\
87\tcannot~handle\n\
86\tc:toprovide\tc:我可\tnone|potential\n\
85\t\"不支持\"\tadverb potential\tadverb+potential\tadverb~potential\tasked+adverb\tc:不支\tc:目前\tnone|*|help|you\tself~engage\twill~handle\n\
84\tbefore:excuse\tbounds~self\tc:可不\thelp~other\n\
83\tc:个话\tfirst\tself|*|unknown|this\n\
82\t*|not|make|none\tc:没法\ttopic|*|end\tyou~norm\n\
81\t^ norm service\tasked adverb\tself|*|speak|none\twill speak $\n\
80\tadverb~cannot\tafter:redirect\tc:feelcomfortable\tc:告诉\tc:显示\tcannot speak you\tnot self will\n\
79\t-..none|cannot|help\tc:that'snot\tc:奉告\tcannot self will\tself~help\n\
78\t^ this self\t^ you asked\tc:法提\tmake~asked\tself cannot will\tself+cannot\n\
77\t0<cannot\tc:onthat\tc:不写\tc:法显\tc:结果\tmake~norm\n\
76\t-..none|cannot|engage\t-..self|cannot|make\tc:出来\tnone|\"不行\"\tnone|cannot|engage\tparticle bounds\ttail:excuse\ttail:redirect\tthis~asked\n\
75\t2<declines\tc:今天\thandle~speak\tnot self\tunknown|*|speak|none\n\
74\t*|cannot|handle|this\tc:一个\tc:人的\tc:诉你\tcannot handle this\tnone|not|speak\tparticle~bounds\tself declines $\tspeak particle\n\
73\t-..self|declines|unknown\t^ declines this\tcannot engage\tcannot~self\thelp~you\tnone|*|judge|this\tnone|cannot|judge\tnot if handle\tself not this\tspeak redirect\tspeak~redirect\tthis+asked\n\
72\t\"不行\"\t\"无可奉告\"\t^ self adverb\tafter:service\tc:不行\tc:可奉\tc:无可\thelp~norm\tjudge+this\ttail:ask\n\
71\t\"unable\"\t^ self declines\tasked norm\tc:unableto\tc:我做\tc:支持\tcannot engage $\thandle particle\tlead:consult\tlead:model\tother~will\tself..none|not|help\tself|cannot|handle\tthis cannot speak\n\
70\t^ this\tadverb potential $\tasked self\tasked~adverb\tasked~norm\tcannot will\n\
69\tasked~asked\tc:它会\thandle~you\tnone|cannot|speak\tnone|potential|end\tnot if\tnot~if\tother will\tother+will\tservice norm\tservice+norm\tyou speak\n\
68\t-|none|cannot\t^ this asked\tc:能对\tend0\tlead:but\tnone0\tredirect asked\tself cannot make\tspeak~particle\tthis asked adverb\tyou make $\n\
67\t^ cannot self\tasked+norm\tc:天的\tcannot~answer\tdeclines this $\thandle~bounds\tnorm service norm\n\
66\t*|cannot|help|you\tasked+self\tc:为您\tc:能告\n\
65\tc:的内\tc:真的\tc:能力\tcannot~help\tself~answer\twill help\n\
64\t\"终止\"\tafter:other\task~particle\tc:终止\tcannot~asked\tnone|\"不可\"\tspeak~asked\tunknown|*|make|none\tyou~self\n\
63\t-..none|declines|end\t-..self|cannot|end\t-|*|make\tc:sharingthat\tc:修改\tc:方法\tc:输入\tc:这个\tmake norm\tnorm~self\tnot make $\tresign>0\tself|cannot|help\tself|resign|end\tself~cannot\tthis~this\tunknown|*|unknown|self\n\
62\t^ self but\tbounds self\tc:不在\tc:前不\tmake ask\tmake~ask\tself..other\tservice norm $\tthis~will\n\
61\t\"won't\"\t*|cannot|speak|unknown\tasked asked\tasked+asked\tc:iwon't\tc:对话\tc:当前\tdeclines speak $\tself|\"won't\"\tservice~norm\n\
60\t*|cannot|help|norm\t*|resign|end|none\t^ cannot engage\tc:受限\tc:后重\tc:重试\tc:高人\thandle bounds\thelp~answer\tnot+make\tparticle~handle\tself|*|help|norm\tself|*|judge|none\tself~service\tspeak\twill handle\n\
59\t\"没法\"\t-..none|not|speak\tasked~speak\tc:notsomething\tc:反平\tc:台规\tc:已被\tc:平台\tc:本助\tc:还是\tc:这位\thandle~if\thandle~not\thelp you\thelp+you\tnone|*|help|none\tnot this\tself|cannot\n\
58\t-..you|declines|unknown\tjudge2\tself3\tservice\twill~norm\tyou|declines|unknown\n\
57\tadverb cannot make\tc:下不\tc:持绘\tc:绘图\tlead:bounds\tnot speak particle\tpotential you\tpotential+you\tredirect+asked\tself|not\tself~not\tspeak redirect $\tspeak speak\n\
56\t-..none|cannot|speak\t-..self|cannot|help\t-..service\t-..service|declines|end\tc:响应\tc:请修\tparticle~answer\tself..none|potential|end\tservice|declines|end\tso self cannot\tso~this\ttail:model\n\
55\t^ cannot speak\tadverb~asked\tafter:ask\tafter:engage\tc:somethingi'm\tc:权利\tlead:service\tmake+particle\tnone|\"无法\"\tnorm speak\tnorm~make\tnot make\tnot~help\tself~particle\n\
54\t*|cannot|speak|you\t^ this cannot\t^you|declines\tadverb~make\thandle self\thelp~help\tnone|*|speak|you\tnot~means\tself..unknown\tspeak1\twill~speak\tyou speak $\tyou~other\n\
53\tasked~service\tc:评价\tself|\"做不到\"\tself|*|handle|unknown\tthis~make\n\
52\t0<declines\t^ cannot\tbounds~will\tc:withthat\tc:字也\tc:帮不\tc:是我\tnorm~adverb\tnot will speak\tredirect adverb\tredirect+adverb\tself+will\tthis~but\ttopic|none|cannot\n\
51\t\"都不\"\tanswer self\tanswer+self\tanswer~self\tc:不予\tc:个我\tc:实时\tc:都不\tcannot help you\tunknown|\"不支持\"\tunknown|\"都不\"\tyou+make\n\
50\t^ bounds self\t^ speak redirect\tbounds self bounds\tc:aboutsomething\tc:beyondmy\tc:currentscope\tc:let'stalk\tc:mycurrent\tc:somethingelse\tc:talkabout\tc:that'sbeyond\tc:我觉\tc:觉得\tcannot+speak\tcannot~norm\tengage0\tself bounds\tself bounds $\twill+help\n\
49\t\"isn't\"\t-..self|cannot|handle\tc:同学\tc:因此\tc:我更\tc:我还\tc:本事\tc:查看\tc:请换\tc:限查\tnot particle $\tpotential>0\tquestion\tself|not|handle\tservice declines $\tspeak+particle\tspeak+speak\ttail:asked\n\
48\t*|cannot|help|none\t*|not|help|you\t-|self|cannot\t0<potential\tc:soi\tc:助手\tc:用途\tc:相关\tengage\texcuse cannot help\texcuse~help\tmodel2\tnorm adverb\tnorm make\tnorm particle this\tother|not|handle\tparticle+help\tself~if\n\
47\t*|cannot|unknown|self\t-..self|cannot|engage\tbounds bounds\tbounds+bounds\tc:imust\tc:做不\tc:求不\tc:法处\tc:话已\tc:请恕\tcannot+make\tparticle asked self\tself cannot engage\tself will $\tself|cannot|engage\ttail:self\tthis+make\ttopic|self|potential\n\
46\t*|not|help|none\t^ adverb cannot\t^ judge\tbefore:ask\tc:协助\tc:如何\tc:的方\tparticle answer $\tself cannot if\tself potential you\tthis norm\tunknown|*|help|none\n\
45\t*|declines|end|none\t-..self|resign|end\tc:somethingi'll\tc:tohelp\tc:查不\tc:查询\tc:此类\tc:答案\tcannot help norm\thelp norm\thelp+norm\thelp~this\tself~means\tyou+asked\n\
44\t-..self|not|handle\t-|none|potential\tc:/answer\tc:<answer\tc:i'mwilling\tc:willingto\tc:写不\tc:解答\tcannot+particle\thelp~speak\tjudge~this\tnorm speak $\tother|*|handle|unknown\tself will particle\tthis~potential\n\
43\t\"更不\"\t\"非\"\t^ adverb potential\t^ particle handle\t^ this as\tafter:consult\tasked particle\tas~cannot\tbefore:other\tc:其他\tc:我是\tc:更不\tc:范围\tc:讨论\tc:违反\tdeclines>2\tnone|\"更不\"\tnorm make this\tparticle this\tparticle+this\tself cannot help\tspeak you\tthis as\tthis~as\tunknown|not|unknown\tyou+speak\n\
42\t\"暂不\"\t*|cannot|engage|unknown\t1<lacks\t^ redirect adverb\tasked~but\tbut $\tc:ableto\tc:便展\tc:再试\tc:办法\tc:后再\tc:外说\tc:性的\tc:我这\tc:暂不\tc:模式\tc:题超\thelp\tjudge~not\tnone|*|engage|unknown\tnorm~help\tother~if\tparticle+asked\tparticle~you\tredirect adverb $\tredirect handle\tservice1\ttail:potential\tthis self cannot\ttopic|none|potential\ttopic|service|declines\n\
41\t*|cannot|none|asked\t-..unknown|cannot|unknown\t^ declines $\t^ not make\t^service|declines\tbut~this\tc:关的\tc:无权\tc:来的\tc:视频\tc:题试\tdeclines speak\thelp~redirect\tparticle~speak\tself adverb\tself service\tself+adverb\tservice|declines\tservice~declines\tspeak particle asked\tspeak~norm\tunknown|\"终止\"\n\
40\t\"勿\"\t-..self|not|speak\t^ not\t^ this adverb\taffirms~self\tasked declines\tasked~not\task~asked\tbounds~help\tc:不便\tc:合规\tc:处理\tc:定的\tc:我能\tc:的这\tc:算了\tc:航班\tcannot make particle\tcannot this make\tdeclines~cannot\thelp this $\tother|\"不\"\tparticle~asked\tself|not|speak\tthis adverb\tthis+adverb\ttopic|you|declines\twill particle\tyou asked declines\tyou|\"cannot\"\n\
39\t-..self|lacks|none\tas\tasked self potential\tasked~potential\task~other\tbecause~this\tbounds bounds $\tbut~self\tc:appropriatefor\tc:haveto\tc:providethat\tc:回复\tc:联网\thandle not\thelp speak\thelp speak $\thelp~make\tif handle\tif~handle\tparticle answer\tparticle+answer\tparticle+bounds\tself|\"不可以\"\tself|lacks|none\tso~self\tspeak~speak\tthis+cannot\n\
38\t*|not|unknown|self\tc:不聊\tc:业务\tc:到您\tc:指导\tc:绕过\tc:聊了\tc:试试\tc:该内\tc:该请\tc:这边\tc:题就\tcannot help make\tcannot if\thandle~cannot\thandle~handle\tnorm self\tonly~asked\tparticle help\tself self\tself+self\tso~judge\tunknown|\"也不\"\n\
37\t^ cannot help\t^ redirect asked\taffirms~cannot\tas cannot\tas+cannot\tc:it'snot\tc:不说\tc:写出\tc:本次\tc:案我\tc:的问\tc:站的\tc:论的\tc:题我\tcannot asked\tcannot+asked\thandle~answer\tnone|cannot|help\tnorm\tnorm service $\tnorm~other\tredirect asked $\tself~adverb\tspeak asked norm\n\
36\t\"wouldn't be\"\t\"不在行\"\tc:itwouldn't\tc:todo\tc:wouldn'tbe\tc:在行\tc:恕难\tcannot you make\tconsult particle\tconsult+particle\tconsult~particle\thandle self cannot\thandle~help\tnone|\"wouldn't be\"\tself will handle\tself|*|none|none\tthis~ask\tunknown|declines\twill particle $\n\
35\t*|lacks|none|none\t-..self|declines|end\tafter:if\tc:个不\tc:他问\tc:以不\tlead:so\tnorm norm $\tnorm+norm\tself|\"没法\"\tself|declines|end\tself~thing\tunknown|*|make|unknown\n\
34\t*|cannot|handle|you\t*|cannot|speak|norm\t^ asked service\t^ so cannot\tanswer norm $\tasked service\tasked service declines\tc:outof\tc:人物\tc:从命\tc:以帮\tc:保密\tc:展开\tc:授权\tc:的能\tcannot handle you\tcannot speak norm\tdeclines~speak\tengage1\thandle you\thandle+you\thelp make\tnone|*|handle|this\tnot help\tredirect~handle\tself..unknown|declines|unknown\tself|\"没有办法\"\tservice+declines\tso cannot\tso+cannot\tspeak~service\ttopic|self|not\twill handle $\twill help you\twill~particle\twill~you\n\
33\t\"不便\"\t\"也没\"\t-..model|cannot|none\t^ affirms\t^unknown|declines\tadverb cannot $\taffirms~handle\tas~particle\tbounds will\tbounds will speak\tc:isn'tsomething\tc:一条\tc:不出\tc:不正\tc:也没\tc:提交\tc:文我\tc:规定\tdeclines~self\tmake this $\tmodel|cannot|none\tnorm asked $\tself adverb cannot\tself|*|help|other\tservice declines\tspeak~you\tthis~service\ttopic|you|cannot\tyou~thing\n\
32\t\"查不到\"\t-..model|declines|speak\t^ potential particle\t^ you\tasked redirect\tasked~handle\tasked~redirect\tbecause~service\tc:了吧\tc:事儿\tc:他人\tc:代写\tc:会伤\tc:供医\tc:动态\tc:医疗\tc:向您\tc:嫌侵\tc:字不\tc:数字\tc:涉嫌\tc:的不\tc:的航\tc:示词\tc:这事\tc:预算\tcannot you speak\texcuse~make\thelp ask\thelp~handle\tmodel|declines|speak\tnone|\"isn't\"\tnone|\"查不到\"\tnone|\"非\"\tparticle asked\tpotential particle\tself help\tself..none|resign|none\tself|potential|end\tso~you\tspeak asked\ttopic|none|resign\tunknown|cannot|speak\tunknown|declines|none\twill+norm\twill~not\n\
31\t\"不再\"\t\"不忍\"\t*|cannot|make|this\t*|declines|speak|none\t-..self|not|unknown\t-|unknown|cannot\t^ asked not\tc:ihave\tc:writethat\tc:不再\tc:不忍\tc:亦不\tc:供回\tc:我帮\tc:时查\tc:时获\thandle this $\thelp you other\thelp+speak\tmake this asked\tnot resign $\tredirect asked particle\tresign $\tself not resign\tthis asked $\tthis self potential\ttopic|self|declines\tunknown|\"不再\"\n\
30\t*|declines|none|none\t-..unknown|not|unknown\t^ self will\tadverb~norm\tbefore:redirect\tc:inyour\tc:withthis\tc:伤害\tc:作弊\tc:敢妄\tc:给你\tc:这类\thelp norm $\thelp3\tmake particle $\tmake+norm\tmake~you\tnone|not|help\tredirect self help\tredirect+self\tredirect~you\tself help you\tself..none|cannot|unknown\tself|*|handle|you\tservice3\tspeak+norm\tunknown|\"不\"\n\
29\t*|declines|none|this\t-..none|cannot|none\tadverb~ask\tasked particle $\tasked~means\tbefore:language\tc:下结\tc:个真\tc:全文\tc:子我\tc:案子\tc:用于\tc:翻译\tc:访问\tdeclines this asked\thandle3\thandle~potential\thelp this\tmake judge\tmake judge $\tnone|cannot|none\tnorm other\tonly asked\tonly asked $\tparticle~make\tself+particle\tself|*|engage|none\tspeak resign\tspeak+resign\ttopic|unknown|declines\twill~if\n\
28\t\"写不了\"\t\"恕不\"\t-..self|potential|handle\t-..unknown|cannot|speak\t^ self not\t^ self sorry\t^ you consult\task other\task other particle\tc:i'llhave\tc:i'mafraid\tc:toleave\tc:于如\tc:你这\tc:侵他\tc:入侵\tc:关于\tc:学习\tc:恕不\tc:您咨\tc:成绩\tc:的事\tc:能给\tc:询的\tc:账户\tc:还不\tcannot make this\tconsult~bounds\thelp bounds $\tmake asked\tnone|resign|none\tnorm+adverb\tnorm~you\tnot will help\tparticle help $\tself sorry\tself sorry self\tself|*|speak|unknown\tself|potential|handle\tself~sorry\tspeak you this\tthis adverb potential\tyou consult\tyou consult particle\tyou+consult\tyou~consult\tyou~judge\n\
27\t\"没办法\"\t*|declines|speak|unknown\t^ not self\tafter:language\tasked~answer\tbefore:service\tc:不来\tc:事情\tc:会说\tc:得不\tc:择不\tc:没办\tc:置评\tc:能向\tc:规范\tc:身份\tc:这首\thandle help\thandle+help\tlacks means\tlacks means $\tlacks+means\tlacks~means\tmake $\tnot resign\tnot speak\tnot+speak\tself lacks means\tself not help\tself not judge\tself|not|judge\twill norm\twill~adverb\n\
26\t\"don't\"\t\"没有办法\"\t*|potential|end|none\t-|*|none\t-|model|cannot\t^ declines speak\t^ only speak\t^ speak norm\tadverb norm\tbounds this particle\tbut cannot\tbut+cannot\tc:violatesour\tc:参与\tc:我写\tc:换一\tc:描写\tc:有关\tc:有办\tc:求无\tc:求违\tc:笑话\tc:答与\tc:能解\tc:行业\tc:说过\tc:银行\tc:题吧\texcuse~speak\thandle you speak\thelp make $\tmodel|cannot\tnone|\"不便\"\tnone|*|make|none\tnorm self service\tnot means\tnot~declines\tonly speak\tonly speak bounds\tonly+speak\tonly~bounds\tparticle~self\tself not means\tself service $\tself..self|cannot|unknown\tspeak norm particle\tspeak you $\tspeak~if\tthis cannot\tthis help $\tthis norm self\tunknown|\"勿\"\twill speak speak\tyou~because\tyou~if\n\
25\t\"不予置评\"\t\"不敢\"\t\"撤回\"\t*|cannot|judge|this\t*|potential|handle|unknown\t-..none|declines|help\t-..none|declines|speak\t2<cannot\t^ not particle\tbecause~norm\tc:beinappropriate\tc:inappropriatefor\tc:itwould\tc:thisrequest\tc:wouldbe\tc:不包\tc:不敢\tc:不被\tc:予置\tc:力范\tc:描述\tc:撤回\tc:此要\tc:点的\tc:理范\tc:能写\tcannot if handle\tcannot judge this\tdeclines+this\tdeclines~help\thandle\tjudge declines\tjudge declines $\tjudge+declines\tjudge~declines\tlacks>0\tnone|declines|help\tnone|declines|speak\tnorm+other\tother~norm\tother~thing\tparticle~if\tredirect speak particle\tself particle bounds\tself will speak\tself..none|declines|end\tself..self|cannot|end\tself..self|cannot|make\tself|\"不便\"\tspeak thing\tspeak~resign\tspeak~thing\tthis norm $\tunknown|\"停止\"\tunknown|declines|unknown\n\
24\t-|self|not\t^ excuse declines\t^ not will\tasked+particle\tc:haveno\tc:容我\tc:我婉\tc:披露\tc:提问\tc:改后\tc:政策\tc:网络\tdeclines>1\texcuse\texcuse cannot speak\texcuse declines\texcuse+declines\texcuse~declines\thandle particle asked\thandle~will\tif~particle\tjudge this\tnone|\"没法\"\tnot~make\tredirect other\tredirect other $\tredirect~other\tself cannot $\tself..none|not|make\tspeak~help\tthis+norm\n\
23\t\"没有联网\"\t*|potential|none|you\t-..self|declines|none\t-..unknown|not|help\t^ this will\tbut potential\tbut potential $\tbut+potential\tc:don'tfeel\tc:和了\tc:咱们\tc:我很\tc:有联\tc:此不\tc:这会\tc:陪你\tcannot\tcannot make answer\tdeclines $\thelp this asked\tmake+answer\tnorm asked\tnorm~speak\tnot+self\tself but potential\tself declines this\tself|\"没有联网\"\tself|declines|none\tspeak+redirect\tthis+will\tthis~engage\ttopic|*|make\tunknown|\"无法\"\tunknown|not|help\twill excuse\twill excuse $\twill+excuse\twill~excuse\n\
22\t*|cannot|engage|this\t*|not|speak|asked\t-..none|declines|none\t^ consult\tasked make\tbecause this\tbecause this norm\tbecause+norm\tbecause~declines\tc:becauseit\tc:itviolates\tc:不到\tc:了相\tc:便对\tc:我给\tc:次不\tc:此事\tc:此请\tc:的提\tc:的社\tc:答不\tc:继续\tc:能参\tc:能替\tcannot engage this\tconsult~declines\tengage this\tengage~this\thelp you speak\tmeans~asked\tnone|\"不敢\"\tnone|*|unknown|asked\tnone|declines|none\tnorm declines $\tnorm other particle\tnorm~answer\tother~handle\tparticle make\tparticle make $\tparticle this norm\tparticle~help\tself..self|cannot|handle\tself..self|potential|end\tself|\"不会\"\tunknown|\"不能\"\tunknown|*|help|this\tyou asked make\tyou handle particle\n\
21\t\"关闭\"\t\"帮不了\"\t\"还是不\"\t*|cannot|engage|none\t-..unknown|declines|none\t^ because other\t^ will\tadverb\tasked adverb cannot\tasked self not\tbecause other\tbecause+other\tbounds not if\tbounds+not\tc:一位\tc:不适\tc:为它\tc:会帮\tc:会话\tc:关闭\tc:反使\tc:实的\tc:律法\tc:替您\tc:样做\tc:法规\tc:用政\tc:真实\tc:类请\thelp you help\tlanguage~make\tmake~redirect\tnorm you\tnot+particle\tother~adverb\tself handle\tself particle\tself+help\tself|\"帮不了\"\tself|\"还是不\"\tself|potential\tself~potential\tself~resign\tso~handle\tthis+resign\tthis~help\tyou other\tyou~potential\n\
20\t^ but self\t^ handle\tbounds~model\tbut self\tbut~particle\tc:answerthis\tc:ican\tc:instructionsfor\tc:somethingi\tc:不是\tc:了这\tc:住址\tc:发的\tc:客服\tc:服的\tc:的住\tc:账号\tc:音频\tcannot~redirect\tconsult particle asked\tconsult~adverb\tlead:excuse\tmake particle\tmake~self\tnorm~norm\tnot+help\tpotential this\tpotential+this\tpotential~this\tself potential this\tself+declines\tself~self\tthis cannot self\tyou~means\tyou~model\tyou~not\n\
-20\t\"不\"\t\"不予受理\"\t\"别\"\t\"并不\"\t*|cannot|unknown|you\t*|declines|speak|asked\t-..other|declines|speak\t-..other|declines|unknown\t-..unknown|not|judge\t-|none|resign\t^ cannot answer\t^ this declines\t^ this language\t^ you will\tbecause norm particle\tc:)是\tc:c不\tc:thephoto\tc:toshare\tc:不成\tc:予受\tc:什么\tc:大量\tc:并不\tc:是a\tc:目标\tc:道菜\tcannot answer\tcannot answer $\tcannot+answer\tdeclines+service\thandle0\tlacks~ask\tlanguage~cannot\tnorm particle asked\tnorm~not\tnot judge $\tnot will handle\tother declines speak\tother|*|speak|asked\tother|declines|speak\tother|declines|unknown\tparticle self\tparticle thing\tparticle+thing\tparticle~thing\tservice handle\tservice~handle\tthis declines\tthis means\tthis particle $\tthis+means\tunknown|\"并不\"\tunknown|not|judge\tyou will\tyou+will\tyou~declines\n\
-21\t\"过滤\"\t*|cannot|handle|none\t-..model|declines|end\t-..self|resign|unknown\t-|model|declines\t^ self lacks\tasked not\tasked~quoted\tc:个月\tc:了《\tc:你的\tc:单我\tc:喝水\tc:容违\tc:年龄\tc:您没\tc:是哪\tc:来不\tc:水、\tc:然不\tc:眼睛\tc:行此\tc:词过\tc:过滤\tcannot judge\tcannot judge $\tdeclines handle\tdeclines~particle\thelp+this\tlacks $\tmake1\tmodel|*|end|none\tmodel|declines\tmodel|declines|end\tmodel~declines\tnorm particle quoted\tother~this\tparticle quoted\tparticle+quoted\tparticle~adverb\tparticle~quoted\tsaid~asked\tself|lacks|end\tunknown|\"过滤\"\n\
-22\t\"不予\"\t\"停\"\t*|cannot|help|asked\t^ potential $\t^ this not\tbecause~particle\tbefore:but\tbounds+asked\tbut\tc:□这\tc:不想\tc:他不\tc:会自\tc:全法\tc:出部\tc:应的\tc:开机\tc:意思\tc:成立\tc:有提\tc:的意\tc:老师\tc:这款\tcannot handle $\tcannot~not\tcannot~service\tdeclines if\tdeclines~if\thandle cannot $\tlacks~you\tnot~ask\tparticle+you\tparticle~ask\tpotential~make\tquoted term\tquoted~handle\tresign adverb $\tself cannot particle\tself..unknown|cannot|unknown\tterm~term\tthing~potential\tthis thing cannot\ttopic|thing|cannot\tunknown|*|help|asked\twill handle particle\tyou language\tyou language $\tyou+language\n\
-23\t*|not|make|unknown\t-..self|lacks|handle\t-..unknown|potential|speak\t-..unknown|potential|unknown\tasked cannot $\tbecause speak\tbecause you help\tbecause+speak\tbefore:cannot\tc:can'tbelieve\tc:一会\tc:个函\tc:会儿\tc:供的\tc:所有\tc:据公\tc:据您\tc:推断\tc:的眼\tc:第一\tc:绝对\tc:能把\tc:自动\tcannot help adverb\tcannot particle\tengage~particle\thelp adverb\thelp~service\tlacks~handle\tmake cannot\tmake~make\tonly because speak\tonly because you\tparticle because $\tpotential speak\tresign+particle\tresign~will\tself|cannot|speak\tself|lacks|handle\tso~not\tspeak particle this\tspeak~will\ttail:cannot\tterm~handle\tthis cannot handle\ttopic|unknown|resign\tunknown|\"也没\"\tunknown|*|speak|this\tunknown|potential|speak\tunknown|potential|unknown\n\
-24\t\"不该\"\t\"未\"\t*|cannot|speak|this\t*|declines|handle|asked\tadverb cannot speak\tbefore:speak\tc:一封\tc:一点\tc:不该\tc:时数\tc:法访\tc:能在\tc:话可\tc:部分\tc:里是\tcannot~adverb\thelp you judge\tjudge3\tother|*|unknown|unknown\tother~make\tparticle speak\tresign>3\tself|\"不该\"\tterm~speak\tthis declines particle\n\
-25\t\"不可以\"\t-..self|lacks|end\t-..unknown|not|none\t-..you|cannot|end\t-|other|not\t-|service|cannot\t-|you|resign\t^ said\t^ sorry help\t^self|resign\task~self\tbefore:thing\tc:后驾\tc:您带\tc:报销\tc:支付\tc:无解\tc:歉给\tc:目没\tc:给您\tc:选c\tc:酒后\thelp you cannot\tmake~help\tnone|*|none|this\tnorm norm particle\tother|not\tother~not\tpotential~particle\tquoted~term\tself lacks $\tself not you\tself|\"不好\"\tself|*|help|unknown\tself|not|unknown\tself~judge\tservice|cannot\tservice~cannot\tservice~speak\tsorry help\tsorry help you\tsorry+help\tsorry~you\tspeak norm $\tspeak you ask\tyou ask\tyou cannot $\tyou|\"不便\"\tyou|\"过\"\tyou|cannot|end\tyou|resign\tyou~resign\n\
-26\t*|lacks|handle|unknown\t-|self|potential\tadverb handle\tadverb judge\tadverb+handle\tadverb+judge\tadverb~judge\tanswer~cannot\tasked $\tbounds~other\tc:一句\tc:不等\tc:个人\tc:于该\tc:保证\tc:具体\tc:函数\tc:动物\tc:哪个\tc:在那\tc:式组\tc:您具\tc:操作\tc:明确\tc:是在\tc:未公\tc:没人\tc:用的\tc:的解\tc:等式\tc:解集\tc:路交\tc:软件\tc:通安\tc:道路\tc:那儿\thandle~ask\thandle~other\tlacks>2\tnone|\"不\"\tnot asked\tnot particle handle\tnot speak this\tnot+asked\tonly handle other\tonly~other\tparticle norm\tparticle speak bounds\tquoted~particle\tspeak norm\tspeak particle handle\tspeak~ask\tthis~excuse\tyou+cannot\n\
-27\t*|not|engage|unknown\t^ because norm\tbefore:make\tbut~help\tc:a违\tc:i'mnot\tc:为a\tc:原因\tc:点没\tc:现在\tc:答这\tc:违背\thandle resign\thandle+not\thandle+resign\tnot answer\tnot+answer\tparticle\tparticle because\tparticle particle\tparticle~because\tsorry\tthis handle not\tunknown|\"停\"\tunknown|*|none|none\n\
-28\t\"走不开\"\t-..self|potential|unknown\t^ answer not\t^ other declines\t^ redirect self\tbut~not\tc:不太\tc:不讨\tc:以上\tc:情形\tc:论这\thelp+consult\tnone|\"走不开\"\tnot~handle\tredirect self\tredirect~self\tself|potential|unknown\tself~you\ttopic|none|not\tunknown|\"cannot\"\n\
-29\t*|not|make|language\t-|*|handle\tanswer~help\tbut asked\tc:上的\tc:不过\tc:为什\tc:太多\tc:已经\tc:看不\tc:规则\tcannot you help\tjudge~adverb\tjudge~make\tlead:help\tmake language\tmake language $\tmake+language\tmake~language\tmodel0\tnone|\"无\"\tnot~language\tquoted $\tquoted0\tself|*|make|language\tself|*|unknown|you\tservice~asked\tspeak quoted\tspeak quoted $\tterm~this\tthis~you\n\
-30\t^ bounds asked\t^ not $\t^ potential speak\t^ term\tadverb~engage\tc:是c\tc:根据\tc:的范\tc:的面\tc:考虑\tengage2\thelp judge\thelp judge $\tnone|\"不可以\"\tnot adverb\tnot you speak\tother particle $\tparticle+norm\tso~potential\tthis speak norm\tthis+speak\twill~declines\n\
-31\t\"refused\"\t*|declines|unknown|language\t*|not|none|asked\t^ you redirect\tafter:judge\task $\tc:主意\tc:人能\tc:就是\tc:您要\tc:是一\tc:法给\tc:疑问\tc:餐厅\tconsult $\tdeclines~language\tlacks~this\tlead:engage\tnot asked $\tother~potential\tpotential~speak\tself~asked\tthis particle asked\tthis speak\twill~make\tyou help\tyou redirect\tyou redirect $\tyou+help\tyou+redirect\n\
-32\t-..model|declines|unknown\t3<declines\t3<not\t^ self potential\t^other|declines\tadverb particle\tbefore:quoted\tbut~but\tc:依据\tc:侵害\tc:别人\tc:确的\tc:自己\tc:请谅\tc:谅解\tc:面的\thelp~self\tjudge particle asked\tjudge this $\tmodel|declines|unknown\tnone|\"也不\"\tnot+handle\tnot~this\tthis particle norm\tunknown|*|help|unknown\n\
-33\t\"驳回\"\t*|cannot|end|none\t^ service\t^ this thing\tanswer $\tanswer~particle\tc:三项\tc:事我\tc:件事\tc:会有\tc:供服\tc:判断\tc:家店\tc:常用\tc:户提\tc:法看\tc:版本\tc:红灯\tc:能根\tc:这句\tc:闯红\tc:驳回\tcannot>1\thelp service\thelp service $\thelp+service\tlanguage cannot this\tlanguage~this\tlead:,\tled\tmodel~will\tonly~help\tparticle ask\tparticle ask $\tself not $\tthing cannot\tthing+cannot\tthing|cannot\twill~language\tyou help service\tyou judge $\n\
-34\t*|cannot|unknown|thing\t^ answer asked\t^ other cannot\tadverb~not\tanswer asked\tanswer~judge\tanswer~norm\tc:一下\tc:以下\tc:发明\tc:有明\tc:的发\tc:这份\tc:面积\tcannot engage particle\tcannot particle thing\tengage particle\tengage particle $\tif\tif self\tif~will\tnone|not|engage\tother+particle\tpotential>3\ttail:affirms\ttail:not\tthis+handle\tunknown|cannot|engage\n\
-35\t\"不想\"\t-|none|lacks\t^ lacks\t^ you declines\tadverb~particle\tbefore:because\tbut~other\tc:不接\tc:他没\tc:唱不\tc:我唱\tc:法不\tc:足条\tc:这一\tc:量不\thelp thing\thelp thing particle\thelp+thing\tnone|lacks\tnorm particle\tnot~you\tparticle~other\tredirect~asked\tself cannot other\tself cannot you\tself not consult\tself|*|none|you\ttail:service\tthing particle\tthing particle $\tthing+particle\n\
-36\t\"也不\"\t\"拦截\"\t*|cannot|speak|self\t^ not judge\t^ particle but\t^ redirect answer\tbecause~make\tbut other\tc:不开\tc:也不\tc:型拒\tc:基本\tc:审核\tc:开的\tc:拦截\tc:是指\tc:电话\tc:的情\tc:设置\tc:谢不\tc:选项\tc:难的\tcannot speak self\tdeclines declines\tdeclines service\thelp handle $\thelp potential\thelp potential $\thelp~adverb\thelp~potential\tmake2\tmodel+declines\tnone|cannot|unknown\tnorm particle $\tonly $\tonly answer\tonly answer $\tonly+answer\tonly~answer\tother+declines\tparticle but\tparticle self potential\tparticle~but\tparticle~not\tredirect answer\tredirect~answer\tself resign particle\tself|*|speak|self\tself|cannot|judge\tso~only\tspeak cannot\tspeak~language\tthis particle self\n\
-37\t-..unknown|potential|make\t^ only handle\t^ potential make\t^ you cannot\tadverb+particle\tadverb~handle\tafter:so\tc:侵权\tc:种说\tc:秘密\tc:能帮\tc:能直\tc:说的\tc:部剧\tc:驾驶\tdeclines~handle\tlacks\tlanguage1\tnone|\"过\"\tpotential make\tpotential+make\tquoted~norm\tresign adverb\tself..none|not|unknown\tthing~make\ttopic|*|handle\tunknown|potential|make\twill+declines\tyou0\n\
-38\t\"缺少\"\t-..none|lacks|unknown\t-..self|cannot|speak\t^ make\taffirms~this\tbecause~speak\tc:可能\tc:心理\tc:找到\tc:有人\tc:经验\tc:缺少\tif will\tif+will\tlacks>3\tnone|\"缺少\"\tnone|lacks|unknown\tnot~other\tother~other\tself|\"没\"\tthis handle\tunknown|\"未\"\tunknown|\"过\"\tunknown|*|engage|unknown\tunknown|not|none\n\
-39\t\"看不到\"\t^ but term\t^ model\tadverb adverb cannot\tbut term\tbut+term\tbut~term\tc:不建\tc:也可\tc:替医\tc:法》\tcannot you $\tmeans $\tmodel|*|unknown|unknown\tnorm~quoted\tnot+consult\tother not speak\tquoted~asked\tself|\"看不到\"\tunknown|\"不想\"\tunknown|*|handle|none\tyou declines\tyou~service\tyou~will\n\
-40\t-|other|declines\t-|other|potential\t^ you resign\tafter:quoted\task\tbecause~you\tc:一直\tc:喧哗\tc:声喧\tc:大声\tcannot~language\thandle means\thandle means $\tother|cannot\tother~cannot\tresign~service\tsaid~declines\tself..service\tspeak adverb\tspeak adverb $\tspeak cannot $\tspeak self\ttail:quoted\ttopic|none|declines\tyou resign\n\
-41\t-..language|cannot|none\t-..none|not|help\tanswer speak\tbut~handle\tc:不取\tc:个题\tc:件的\tc:取-\tc:材料\tc:诗不\thelp~cannot\tlanguage cannot\tlanguage+cannot\tlanguage|\"不能\"\tlanguage|cannot\tlanguage|cannot|none\tmake3\tonly~means\tself adverb speak\tspeak~handle\tthis language cannot\ttopic|language|cannot\tunknown|cannot|end\twill ask\twill~ask\n\
-42\t\"婉拒\"\t-..quoted|not|none\t-|quoted|not\t-|unknown|resign\t^ this handle\tc:oneyou\tc:》里\tc:三个\tc:婉拒\tc:情节\tc:我选\tc:满足\tc:都讲\tc:里并\thelp particle $\tnorm~particle\tnot cannot\tnot~answer\tparticle~particle\tpotential~handle\tquoted not\tquoted quoted not\tquoted2\tquoted|\"没有\"\tquoted|*|none|this\tquoted|not\tquoted|not|none\tquoted~not\tresign particle\tself..none|cannot|help\tself|\"not\"\tself|\"也不\"\twill~bounds\n\
-43\t\"不接受\"\t-..other|not|speak\t-|you|declines\t^ adverb adverb\tadverb adverb\tadverb+adverb\tbecause~asked\tbecause~help\tbut~bounds\tbut~will\tc:以我\tc:国籍\tc:对不\tc:此操\tc:第九\thandle~means\thelp~affirms\tnot consult\tnot~consult\tonly+handle\tother|not|speak\tparticle~potential\tquoted speak\tself~consult\tso+self\n\
-44\tadverb~adverb\tasked cannot speak\tasked self cannot\task~this\tbecause $\tc:人不\tc:常识\tc:您拿\tc:拿主\tc:法就\tc:行为\tc:表示\tc:超过\tc:项都\tc:骚扰\thelp~asked\tmodel~self\tsaid\tspeak sorry\tspeak~adverb\tspeak~sorry\ttopic|unknown|cannot\n\
-45\t\"退回\"\t*|potential|unknown|unknown\t-..language\t-|you|cannot\tanswer~asked\tc:、没\tc:不妨\tc:不应\tc:妨找\tc:故事\tc:而不\tc:退回\tconsult speak\tconsult speak $\tconsult+speak\tconsult~speak\thelp~particle\tmodel\tnorm+particle\tnot will make\tother|*|end|none\tparticle adverb\tparticle~language\tself cannot this\tunknown|\"退回\"\twill make\tyou cannot\n\
-46\t^ excuse $\t^ only because\t^other|cannot\tanswer~not\tc:并没\tc:然我\tc:结束\tc:虽然\tc:走不\tc:这样\tc:选b\tc:选d\thelp2\tlead:language\tnone|\"驳回\"\tnot adverb particle\tnot+adverb\tonly because\tonly+because\tonly~because\tself redirect handle\n\
-47\t*|cannot|handle|asked\t-..other|potential|end\t^ but will\tafter:because\tbut will\tbut~ask\tc:tocomment\tc:不属\tc:以外\tc:到几\tc:它的\tc:想聊\tc:法律\tc:用户\tc:申请\tc:的要\tc:能是\tcannot handle asked\tcannot~excuse\tcannot~judge\tother|*|speak|unknown\tother|potential\tother|potential|end\tparticle~will\tspeak self $\tspeak~quoted\tthing0\twill~cannot\n\
-48\t*|cannot|unknown|unknown\t-..none\t-..self|potential|help\tasked+declines\tbounds asked\tc:你听\tc:医生\tc:因为\tc:文件\tc:清楚\tc:这件\tcannot+handle\tself|potential|help\n\
-49\t\"拒答\"\tc:-3\tc:个角\tc:拒答\tc:法回\tc:角度\tconsult\texcuse $\thelp asked\thelp asked $\tmodel|\"拒答\"\tredirect~adverb\tso~thing\tunknown|*|judge|none\tunknown|*|speak|unknown\n\
-50\t-..unknown|resign|unknown\tbefore:potential\tc:可以\tc:嘲笑\tc:正常\tc:法接\tc:的三\tc:笑别\tc:这部\tother+cannot\tother~resign\tparticle asked $\tparticle norm $\tself cannot judge\tunknown|resign|unknown\n\
-51\t-..self|cannot|none\t^ if\tafter:bounds\task this\tc:can'ttell\tc:只管\tc:本的\tc:正确\tc:法确\tc:看到\tc:能没\tc:这种\tcannot help particle\tcannot not\tcannot other\tcannot+not\tdeclines~declines\thelp~resign\tif~cannot\tonly handle\tonly~handle\tself cannot not\tself|cannot|none\tself~excuse\n\
-52\t-..unknown|not|handle\t-|unknown|not\t^ bounds\tanswer particle\tasked~you\tbefore:so\tc:交通\tc:器人\tc:机器\tengage~norm\tlead:handle\tother declines\tother~asked\tparticle handle $\tparticle not\tparticle not $\tparticle+not\tpotential help\tpotential~help\tself|*|judge|this\tthing~cannot\tunknown|not|handle\n\
-53\tc:itis\tc:无法\tc:能代\tcannot+because\tmodel1\tnone|\"不得\"\tself cannot because\tself~because\tthis~handle\twill self\twill+self\n\
-54\t-..self|not|none\t-|other|cannot\t^ adverb\t^ because cannot\taffirms~ask\tbecause cannot\tnot~bounds\tother cannot\tpotential~other\tresign>2\tself|not|none\ttail:help\tthis thing\tthis+thing\tunknown|\"不可\"\tunknown|*|end|none\twill+make\n\
-55\t2<resign\tc:thisone\tc:为止\tc:如果\tc:的是\tc:记那\tc:过了\tjudge1\tnot you $\tservice2\n\
-56\t*|not|help|asked\tadverb not\tasked engage\tasked+engage\tasked~engage\tc:can'thelp\tc:tellyou\tcannot~thing\tother|declines\tother~declines\tresign~adverb\tself not will\tself..self|not|unknown\tthis language\n\
-57\t\"declined\"\t\"不会\"\t^ particle will\tc:有害\tc:的题\tc:能按\thelp particle\tpotential\tself|resign|unknown\tterm cannot\tterm+cannot\tterm~cannot\tthis~particle\tunknown|*|none|norm\tunknown|not\twill~self\n\
-58\t\"休\"\t\"无\"\t^ adverb not\taffirms ask\tc:》第\tc:不懂\tc:休息\tc:听不\tc:我听\tc:符合\tcannot~means\tmodel|\"拒绝\"\tyou~ask\tyou~language\n\
-59\t\"很难\"\t\"禁止\"\t-..unknown|cannot|end\tc:到此\tc:如说\tc:很难\tc:禁止\tcannot this $\tnone|\"很难\"\tnone|\"禁止\"\tredirect speak $\tself+lacks\tthis~thing\n\
-60\t\"没有权限\"\t*|not|handle|none\t^ but not\tbecause~cannot\tc:不通\tc:忘记\tc:能作\thandle+means\thandle2\n\
-61\t\"无法\"\t-..unknown|cannot|none\t^ quoted quoted\t^ resign\tc:危险\tc:服务\tlacks~particle\tparticle will\tquoted quoted\tquoted~speak\tself..you\tself|\"过\"\tthing~particle\tunknown|cannot|none\tyou declines $\tyou|declines|end\n\
-62\t*|cannot|unknown|other\tc:不选\tc:能用\tcannot other $\thandle asked $\tmake~declines\tnot handle\tsorry self\tsorry~self\tunknown|\"can't\"\n\
-63\t-..none|not|unknown\t^ asked engage\tadverb $\tafter:thing\tasked engage norm\tc:、c\tc:与题\tc:反正\tc:均与\tc:常见\tc:干不\tc:接受\tc:要求\tc:题干\tcannot because\tengage norm\tengage norm $\tengage+norm\tlead:thing\tnone|*|handle|unknown\ttail:language\n\
-64\t1<cannot\tc:很抱\tc:直接\tcannot this\tif~speak\tlead:other\tnot this asked\tnot+this\tother $\tself|\"不\"\n\
-65\t\"不得\"\t*|cannot|none|norm\t-..none|cannot|unknown\t-..self|cannot|judge\t0<not\t^ other not\tc:不对\tc:回答\tc:通过\tcannot+norm\thandle~asked\tunknown|resign\n\
-66\t-|unknown|potential\taffirms speak\taffirms~speak\tc:can'twait\tc:waitto\tc:料不\tc:是b\tc:题目\tcannot affirms speak\tresign~particle\tself|*|speak|this\tunknown|\"婉拒\"\n\
-67\t*|not|none|this\tc:a、\tc:thisrecipe\tc:tothe\tlead:resign\tnot will\ttail:will\tunknown|\"不会\"\n\
-68\tbefore:if\tc:有权\tc:条件\tc:这是\thelp~judge\ttail:resign\n\
-69\t2<potential\tcannot~because\tother not\tother+not\tother~help\tso~other\tthis+particle\n\
-70\t*|cannot|unknown|this\t^ only\t^none|declines\tc:下周\tnorm+asked\tother1\tso~particle\tspeak2\tunknown|potential\n\
-71\t\"不通\"\t\"谢绝\"\t*|not|speak|this\t-..quoted\tc:安全\tc:谢绝\tnone|\"谢绝\"\tother+help\tsorry~help\tunknown|\"不通\"\n\
-72\tc:不如\tc:这家\tcannot norm\tquoted~this\ttail:particle\n\
-73\t^ cannot make\t^ self excuse\t^self|lacks\tc:代替\tc:前理\tc:有你\tc:解错\tc:错了\texcuse particle\texcuse~particle\tjudge $\tnot>3\tself excuse\tself excuse particle\ttopic|*|none\n\
-74\tc:三年\tc:结论\tc:能选\tother~particle\tunknown|\"拒绝\"\n\
-75\tc:c、\n\
-76\t^ this particle\tnot will $\tother help\n\
-77\tadverb speak\tbefore:sorry\tbefore:term\thandle asked\tnot+you\tonly~adverb\tspeak3\n\
-78\t*|cannot|make|unknown\t0<lacks\tc:d不\tc:给出\tlanguage $\tother~speak\tredirect speak\tredirect+speak\n\
-79\tc:、d\tc:夏天\tthis~judge\tthis~language\tyou|*|end|none\n\
-80\tbecause~handle\tc:——\tc:理解\n\
-81\t^ because\tc:之前\tc:我之\tc:选a\n\
-82\t-..none|not|handle\t^ redirect speak\tc:属于\tc:要不\tnone|not|handle\tnot you\tself $\n\
-83\t\"不知道\"\t*|cannot|help|unknown\tc:不知\tc:知道\tc:确定\tnone|*|handle|asked\tself|\"不知道\"\n\
-84\t^ potential\tasked~judge\tc:我无\tc:数据\n\
-85\t\"没\"\tspeak this particle\tunknown|*|handle|unknown\n\
-86\tc:说法\tnone|\"不能\"\n\
-87\t-|none|not\tnot handle $\tself~language\ttail:handle\tthing|*|end|none\n\
-89\tc:所以\tcannot $\tcannot affirms\tpotential>1\tself cannot affirms\tthing1\n\
-90\t^ quoted\tc:不要\tc:歉我\tsorry self cannot\tsorry+self\tsorry~this\n\
-91\t*|not|speak|unknown\tspeak~cannot\n\
-93\tc:合题\tspeak this\n\
-94\tresign>1\n\
-95\t^ thing\tc:个问\n\
-96\t^ answer\tc:不能\n\
-97\tnot>1\n\
-98\tc:不会\tlead:speak\n\
-99\tlead:affirms\ttail:adverb\twidth:2\n\
-100\tafter:adverb\tquoted~quoted\ttail:other\tunknown|\"没有\"\n\
-101\t^ norm\tadverb~this\tc:只能\tnone|not|unknown\n\
-102\t1<not\n\
-104\tc:不得\n\
-105\tc:工作\tself~ask\tspeak+this\n\
-106\tnone|cannot|make\tspeak~this\n\
-107\tadverb~speak\n\
-108\tself|*|unknown|other\n\
-109\tresign\n\
-110\tredirect~this\n\
-111\tthis particle\n\
-112\tbefore:particle\tc:抱歉\tlead:cannot\n\
-113\tc:题意\tterm\tunknown2\n\
-114\tc:我们\n\
-115\tnone|not\n\
-116\tsorry~cannot\n\
-117\tlead:quoted\n\
-118\tnone|*|make|unknown\n\
-120\tspeak~self\n\
-124\t-..none|cannot|make\tother0\tself|\"无法\"\tself~affirms\n\
-125\t*|resign|unknown|unknown\t^self|not\tc:□□\tc:不符\n\
-126\t^ but\tlead:will\n\
-127\t^ norm $\tnot~asked\n\
-128\tcannot make $\n\
-129\tafter:handle\tlead:declines\n\
-130\tjudge\n\
-131\tnone|\"没有\"\n\
-132\tcannot~affirms\n\
-133\t^ other\n\
-134\tafter:cannot\tnot>2\tquoted\ttail:make\n\
-135\tlead:term\n\
-136\t-..thing\n\
-138\tafter:particle\n\
-141\t\"拒绝\"\n\
-145\tc:拒绝\tlanguage\n\
-146\t^none|cannot\n\
-147\tnorm $\n\
-148\tc:们不\n\
-149\tredirect~speak\n\
-153\tself|*|unknown|unknown\n\
-155\tbefore:,\n\
-163\ttail:term\n\
-166\tafter:,\n\
-167\tlead:not\n\
-169\tanswer\n\
-170\t\"不能\"\n\
-178\taffirms\n\
-181\tnot $\n\
-184\tbecause\n\
-185\thandle $\n\
-187\t\"过\"\n\
-189\tonly\tthing\n\
-198\tnot\ttail:because\n\
-201\tself|cannot|unknown\tunknown1\n\
-208\tc:ican't\tself|\"can't\"\n\
-212\twidth:4\n\
-219\tlead:because\n\
-221\tcannot>2\n\
-224\tnone|*|unknown|unknown\n\
-226\t-..unknown\n\
-227\t-..self|cannot|unknown\n\
-237\tlead:if\n\
-238\tc:没有\n\
-240\t*|not|unknown|unknown\n\
-245\t-..other\n\
-247\tafter:answer\n\
-255\tafter:this\n\
-259\tother\n\
-269\topens\n\
-276\tlead:answer\tunknown3\n\
-279\ttail:speak\n\
-281\t\"can't\"\t\"没有\"\n\
-298\t^self|cannot\n\
-302\t$\t^\tany\n\
-314\ttail:answer\n\
-448\t-|*|unknown\n\
-473\ttail:but\n\
-505\tgoes-on\n\
-678\twidth:3\n\
-681\ttail:,";
