<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>gatehouse::About</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>日志文件</translation>
    </message>
</context>
<context>
    <name>gatehouse::AboutDialog</name>
    <message>
        <source>About Gatehouse</source>
        <translation>关于 Gatehouse</translation>
    </message>
    <message>
        <source>A gateway between applications and the services and servers that run models.</source>
        <translation>位于应用程序与运行模型的服务和服务器之间的网关。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later; without any warranty.</source>
        <translation>自由软件，依据 GNU 通用公共许可证第 3 版或更高版本发布；不提供任何担保。</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Gatehouse</source>
        <translation>Gatehouse</translation>
    </message>
</context>
<context>
    <name>gatehouse::AccessCard</name>
    <message>
        <source>Re&amp;quire a client key</source>
        <translation>要求客户端密钥(&amp;Q)</translation>
    </message>
    <message>
        <source>On: only the apps below may call, each with its key.</source>
        <translation>开启：只有下列应用可以调用，各用自己的密钥。</translation>
    </message>
    <message>
        <source>Off: every program on this machine may call Gatehouse, and so use your providers, without a key. Adding the first client turns this on for all.</source>
        <translation>关闭：本机上的任何程序无需密钥即可调用 Gatehouse，也就能使用您的服务商。添加第一个客户端后，将对所有程序要求密钥。</translation>
    </message>
</context>
<context>
    <name>gatehouse::AccessForm</name>
    <message>
        <source>Ma&amp;ke a key</source>
        <translation>创建密钥(&amp;K)</translation>
    </message>
    <message>
        <source>One that you have</source>
        <translation>已有的密钥</translation>
    </message>
    <message>
        <source>Client ke&amp;y:</source>
        <translation>客户端密钥(&amp;Y)：</translation>
    </message>
    <message>
        <source>The application&apos;s own choice</source>
        <translation>由应用自行选择</translation>
    </message>
    <message>
        <source>Without one, setting it up makes a client for it. A key is shown only now.</source>
        <translation>留空时，接入会为它新建一个客户端。密钥仅此时显示。</translation>
    </message>
    <message>
        <source>None is needed: there are no clients, so every program on this machine may ask.</source>
        <translation>无需密钥：没有设置客户端，本机上的所有程序均可请求。</translation>
    </message>
    <message>
        <source>Mode&amp;l:</source>
        <translation>模型(&amp;L)：</translation>
    </message>
</context>
<context>
    <name>gatehouse::AdvancedTab</name>
    <message>
        <source>Ask for &amp;usage figures in streams</source>
        <translation>在流式响应中请求用量数据(&amp;U)</translation>
    </message>
    <message>
        <source>So that tokens are counted also where an app does not ask for them. Switch it off for a provider that refuses it.</source>
        <translation>这样即使应用没有要求，也能统计 token。如果服务商拒绝此选项，请将其关闭。</translation>
    </message>
    <message>
        <source>Pro&amp;xy:</source>
        <translation>代理(&amp;X)：</translation>
    </message>
</context>
<context>
    <name>gatehouse::AllowList</name>
    <message>
        <source>An&amp;y model</source>
        <translation>任意模型(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Only these:</source>
        <translation>仅限以下模型(&amp;O)：</translation>
    </message>
    <message>
        <source>C&amp;hoose models…</source>
        <translation>选择模型(&amp;H)…</translation>
    </message>
    <message>
        <source>Models and patterns, a line each</source>
        <translation>模型与通配模式，每行一个</translation>
    </message>
    <message>
        <source>A name or pattern a line, as apps ask for it. * stands for any characters.</source>
        <translation>每行一个名称或通配模式，与应用请求时所用的一致。* 代表任意字符。</translation>
    </message>
</context>
<context>
    <name>gatehouse::App</name>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>无法删除 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>The program cannot set this up on this system yet; add it to your login items yourself.</source>
        <translation>程序暂时无法在此系统上设置此项，请自行将其加入登录启动项。</translation>
    </message>
    <message>
        <source>other users may change this file; make it private: chmod 600</source>
        <translation>其他用户可以修改此文件，请设为仅自己可访问：chmod 600</translation>
    </message>
    <message>
        <source>other users may read this file; make it private: chmod 600</source>
        <translation>其他用户可以读取此文件，请设为仅自己可访问：chmod 600</translation>
    </message>
    <message>
        <source>is not a regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>is larger than 1 MiB</source>
        <translation>大于 1 MiB</translation>
    </message>
    <message>
        <source>cannot be read: </source>
        <translation>无法读取：</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>The folder of %1 cannot be made.</source>
        <translation>无法创建 %1 所在的文件夹。</translation>
    </message>
    <message>
        <source>the provider &apos;%1&apos; gives way to that of --demo</source>
        <translation>服务商“%1”让位于 --demo 的服务商</translation>
    </message>
    <message>
        <source>Cannot listen on %1 port %2: %3</source>
        <translation>无法监听 %1 的端口 %2：%3</translation>
    </message>
    <message>
        <source>The port %1 is taken by %2. Stop that, or choose another port with --port.</source>
        <translation>端口 %1 已被 %2 占用。请停止该程序，或用 --port 指定其他端口。</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1 (进程 %2)</translation>
    </message>
    <message>
        <source>%1 is being changed by another program, which does not come to an end. Please try again.</source>
        <translation>另一个程序正在修改 %1，一直没有结束。请重试。</translation>
    </message>
    <message>
        <source>%1 It still listens where it did before.</source>
        <translation>%1 仍在原来的地址监听。</translation>
    </message>
</context>
<context>
    <name>gatehouse::AppPanel</name>
    <message>
        <source>&amp;Set up…</source>
        <translation>接入(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Undo…</source>
        <translation>撤销(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Set up anew…</source>
        <translation>重新接入(&amp;S)…</translation>
    </message>
    <message>
        <source>The gateway takes any free port and does not run: there is no address to give.</source>
        <translation>网关使用任意空闲端口，且尚未运行：没有可用的地址。</translation>
    </message>
    <message>
        <source>YOUR-CLIENT-KEY</source>
        <comment>in the place of a key, in settings to copy</comment>
        <translation>YOUR-CLIENT-KEY</translation>
    </message>
    <message>
        <source>Or by hand:</source>
        <translation>或手动设置：</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>已接入 %1</translation>
    </message>
    <message>
        <source>Connected to %1, model %2</source>
        <translation>已接入 %1，模型 %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::AppSetup</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 The client &quot;%2&quot; is left.</source>
        <translation>%1 客户端“%2”仍保留。</translation>
    </message>
    <message>
        <source>Its settings are as they were. The client &quot;%1&quot; is left: %2</source>
        <translation>其设置已恢复原样，但客户端“%1”仍保留：%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::AppearanceCard</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>App&amp;earance:</source>
        <translation>外观(&amp;E)：</translation>
    </message>
    <message>
        <source>Lang&amp;uage:</source>
        <translation>语言(&amp;U)：</translation>
    </message>
    <message>
        <source>Appearance and language</source>
        <translation>外观与语言</translation>
    </message>
</context>
<context>
    <name>gatehouse::Application</name>
    <message>
        <source>Gatehouse goes on in the tray</source>
        <translation>Gatehouse 继续在托盘中运行</translation>
    </message>
    <message>
        <source>Its icon opens the window again, and its menu quits the program.</source>
        <translation>点击托盘图标可再次打开窗口，通过其菜单可退出程序。</translation>
    </message>
</context>
<context>
    <name>gatehouse::AppsModel</name>
    <message>
        <source>Still asks %1</source>
        <translation>仍在请求 %1</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已接入</translation>
    </message>
    <message>
        <source>Connected, model %1</source>
        <translation>已接入，模型 %1</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>未安装</translation>
    </message>
    <message>
        <source>Cannot reach this machine</source>
        <translation>无法访问本机</translation>
    </message>
    <message>
        <source>Settings to copy</source>
        <translation>可复制设置</translation>
    </message>
    <message>
        <source>Its client key is not taken</source>
        <translation>其客户端密钥无效</translation>
    </message>
</context>
<context>
    <name>gatehouse::Ask</name>
    <message>
        <source>Gatehouse</source>
        <translation>Gatehouse</translation>
    </message>
    <message>
        <source>The configuration file has changed meanwhile</source>
        <translation>配置文件在此期间已被修改</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not as it was when you began to edit it. Whose version shall stand?</source>
        <translation>“%1”已与您开始编辑时不同。要保留哪个版本？</translation>
    </message>
    <message>
        <source>Save &amp;mine</source>
        <translation>保存我的(&amp;M)</translation>
    </message>
    <message>
        <source>Take the &amp;file&apos;s</source>
        <translation>采用文件中的(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go on editing</source>
        <translation>继续编辑(&amp;G)</translation>
    </message>
</context>
<context>
    <name>gatehouse::Banner</name>
    <message>
        <source>Hide this message</source>
        <translation>隐藏此消息</translation>
    </message>
</context>
<context>
    <name>gatehouse::BasicsForm</name>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>What you call it</source>
        <translation>您对它的称呼</translation>
    </message>
    <message>
        <source>&amp;Id:</source>
        <translation>标识(&amp;I)：</translation>
    </message>
    <message>
        <source>How model names and the configuration refer to it: a-z, 0-9, dot, dash.</source>
        <translation>模型名和配置中用来指代它的标识：a-z、0-9、点和连字符。</translation>
    </message>
    <message>
        <source>OpenAI</source>
        <translation>OpenAI</translation>
    </message>
    <message>
        <source>Anthropic</source>
        <translation>Anthropic</translation>
    </message>
    <message>
        <source>Google Gemini</source>
        <translation>Google Gemini</translation>
    </message>
    <message>
        <source>Azure OpenAI</source>
        <translation>Azure OpenAI</translation>
    </message>
    <message>
        <source>Decides how requests look and which header carries the key.</source>
        <translation>决定请求的格式，以及由哪个请求头携带密钥。</translation>
    </message>
    <message>
        <source>API st&amp;yle:</source>
        <translation>API 格式(&amp;Y)：</translation>
    </message>
    <message>
        <source>Base &amp;URL:</source>
        <translation>基础 URL(&amp;U)：</translation>
    </message>
    <message>
        <source>The base URL</source>
        <translation>基础 URL </translation>
    </message>
    <message>
        <source>The id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>The name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The API style</source>
        <translation>API 格式</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1%2。</translation>
    </message>
    <message>
        <source>Goes in the place of %1 in the base URL</source>
        <translation>填入基础 URL 中 %1 的位置</translation>
    </message>
    <message>
        <source>&amp;Resource name:</source>
        <translation>资源名称(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Region:</source>
        <translation>区域(&amp;R)：</translation>
    </message>
</context>
<context>
    <name>gatehouse::BodyView</name>
    <message>
        <source>Copy all of it</source>
        <translation>复制全部内容</translation>
    </message>
    <message>
        <source>not all of it is shown; copying takes it all</source>
        <translation>未全部显示，复制时包含全部内容</translation>
    </message>
    <message>
        <source>request or answer was too large to be kept whole</source>
        <translation>请求或响应过大，未能完整保留</translation>
    </message>
</context>
<context>
    <name>gatehouse::Budget</name>
    <message>
        <source>%1 a day</source>
        <translation>每日 %1</translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation>每月 %1</translation>
    </message>
    <message>
        <source>%1 of %2 today</source>
        <translation>今日 %1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 this month</source>
        <translation>本月 %1 / %2</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>直到 %1</translation>
    </message>
    <message>
        <source>until tomorrow</source>
        <translation>直到明天</translation>
    </message>
    <message>
        <source>The budget of all requests together is used up (%1). Every request is refused %2.</source>
        <translation>所有请求的总预算已用完（%1）。所有请求都会被拒绝，%2。</translation>
    </message>
    <message>
        <source>The budget of &quot;%1&quot; is used up (%2). Its requests are refused %3.</source>
        <translation>“%1”的预算已用完（%2）。它的请求会被拒绝，%3。</translation>
    </message>
</context>
<context>
    <name>gatehouse::BudgetCard</name>
    <message>
        <source>Budget and alerts</source>
        <translation>预算与提醒</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>继续放行</translation>
    </message>
    <message>
        <source>Lifts the budget until its period ends</source>
        <translation>在本周期结束前解除预算限制</translation>
    </message>
    <message>
        <source> % of answers</source>
        <translation> % 的响应</translation>
    </message>
    <message>
        <source>Of one provider, within five minutes</source>
        <translation>单个服务商五分钟内的错误比例</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>US dollars a day:</source>
        <translation>每日（美元）：</translation>
    </message>
    <message>
        <source>US dollars a month:</source>
        <translation>每月（美元）：</translation>
    </message>
    <message>
        <source>Spent:</source>
        <translation>已花费：</translation>
    </message>
    <message>
        <source>Tell when a provider fails:</source>
        <translation>服务商出错时提醒：</translation>
    </message>
    <message>
        <source>Send alerts to (webhook):</source>
        <translation>提醒发送到（webhook）：</translation>
    </message>
    <message>
        <source>What all requests together may cost. You are told at 80 %; at 100 % requests are refused until the day or month ends. Clients can have budgets of their own.</source>
        <translation>所有请求合计的花费上限。用到 80 % 时会提醒您；用到 100 % 后拒绝请求，直到当日或当月结束。各客户端也可以有自己的预算。</translation>
    </message>
    <message>
        <source>Each alert is sent to that address as JSON, by POST: a provider that is down or back, a refused key, many errors, a budget that is nearly or wholly used up. It holds no keys, prompts or answers.</source>
        <translation>每条提醒都会以 JSON 格式通过 POST 发送到该地址：服务商不可用或已恢复、密钥被拒、错误过多、预算即将用完或已用完。其中不含密钥、提示词或回答。</translation>
    </message>
    <message>
        <source>%1 (lifted)</source>
        <translation>%1（已解除）</translation>
    </message>
</context>
<context>
    <name>gatehouse::BusNoticeBoard</name>
    <message>
        <source>Open Gatehouse</source>
        <translation>打开 Gatehouse</translation>
    </message>
</context>
<context>
    <name>gatehouse::CallableModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>提供者</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>通配模式</translation>
    </message>
    <message>
        <source>Any of a provider</source>
        <translation>服务商的任意模型</translation>
    </message>
</context>
<context>
    <name>gatehouse::CallablePicker</name>
    <message>
        <source>Choose models</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>&amp;Add selected</source>
        <translation>添加所选(&amp;A)</translation>
    </message>
</context>
<context>
    <name>gatehouse::CallableView</name>
    <message>
        <source>No models yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>Models appear here once a provider with models has been added.</source>
        <translation>添加带有模型的服务商后，模型会显示在这里。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>No name, kind or provider matches.</source>
        <translation>没有匹配的名称、类型或服务商。</translation>
    </message>
    <message>
        <source>Search names, kinds and providers</source>
        <translation>搜索名称、类型和服务商</translation>
    </message>
    <message>
        <source>Names that can be called</source>
        <translation>可以调用的名称</translation>
    </message>
    <message>
        <source>&amp;Copy name</source>
        <translation>复制名称(&amp;C)</translation>
    </message>
</context>
<context>
    <name>gatehouse::Causes</name>
    <message>
        <source>The program that asked gave up before an answer began. Its own time-out may be shorter than the model needs.</source>
        <translation>发起请求的程序在响应开始前就放弃了。它自己的超时可能短于模型所需的时间。</translation>
    </message>
    <message>
        <source>The program that asked closed the connection before the answer was whole, as it does when someone presses Stop.</source>
        <translation>发起请求的程序在响应完成前关闭了连接，例如有人按下了“停止”。</translation>
    </message>
    <message>
        <source>The prompt is longer than the model %2 can read.</source>
        <translation>提示词超出了模型 %2 的上下文长度。</translation>
    </message>
    <message>
        <source>The request is larger than %1 takes.</source>
        <translation>请求超出了 %1 可接受的大小。</translation>
    </message>
    <message>
        <source>The account behind the key of %1 has no credit left. Top it up there, or use another key.</source>
        <translation>%1 的密钥所属账户余额已用完。请前往充值，或换用其他密钥。</translation>
    </message>
    <message>
        <source>%1 does not serve the place that the connection seems to come from.</source>
        <translation>%1 不向该连接所在的地区提供服务。</translation>
    </message>
    <message>
        <source>%1 refused the request for what it says, by its rules on content.</source>
        <translation>%1 依据其内容规则拒绝了该请求。</translation>
    </message>
    <message>
        <source>%1 refused the key.</source>
        <translation>%1 拒绝了密钥。</translation>
    </message>
    <message>
        <source>%1 does not know the model %2.</source>
        <translation>%1 没有模型 %2。</translation>
    </message>
    <message>
        <source>There is no API at the address of %1: it answered with a web page.</source>
        <translation>%1 的地址上没有 API：返回的是网页。</translation>
    </message>
    <message>
        <source>%1 refused the key: it is wrong, or was revoked.</source>
        <translation>%1 拒绝了密钥：密钥有误或已被吊销。</translation>
    </message>
    <message>
        <source>%1 refused the key: it may not use this model, or not do what was asked.</source>
        <translation>%1 拒绝了密钥：它无权使用此模型或执行所请求的操作。</translation>
    </message>
    <message>
        <source>%1 does not know the model %2, or has nothing at this address.</source>
        <translation>%1 没有模型 %2，或此地址上没有内容。</translation>
    </message>
    <message>
        <source>%1 itself took too long and gave up.</source>
        <translation>%1 自身处理过久，已放弃。</translation>
    </message>
    <message>
        <source>%1 was at work on something that this request conflicts with.</source>
        <translation>%1 正在处理与此请求冲突的操作。</translation>
    </message>
    <message>
        <source>%1 asks to wait: too much was asked of it with this key in a short time.</source>
        <translation>%1 要求等待：此密钥短时间内请求过多。</translation>
    </message>
    <message>
        <source>%1 is overloaded, or down for the moment.</source>
        <translation>%1 过载或暂时不可用。</translation>
    </message>
    <message>
        <source>%1 has a fault of its own.</source>
        <translation>%1 自身发生故障。</translation>
    </message>
    <message>
        <source>%1 did not accept something in the request: another model may, or the program has to ask otherwise.</source>
        <translation>%1 不接受请求中的某些内容：换用其他模型也许可以，否则需要程序改变请求方式。</translation>
    </message>
    <message>
        <source>%1 refused the request.</source>
        <translation>%1 拒绝了请求。</translation>
    </message>
    <message>
        <source>%1 reported an error within its answer.</source>
        <translation>%1 在响应中报告了错误。</translation>
    </message>
    <message>
        <source>The model %2 failed at its answer. The next try may do better, or another model.</source>
        <translation>模型 %2 没能完成回答。再试一次或换一个模型也许可行。</translation>
    </message>
    <message>
        <source>%1 sent the request on to another address, which is never followed: a key might leak.</source>
        <translation>%1 要求重定向到其他地址。为防密钥泄露，Gatehouse 从不跟随重定向。</translation>
    </message>
    <message>
        <source>%1 fell silent within its answer for longer than its time-out allows.</source>
        <translation>%1 在响应过程中沉默过久，超过了超时限制。</translation>
    </message>
    <message>
        <source>%1 did not begin to answer within its time-out.</source>
        <translation>%1 未在超时时间内开始响应。</translation>
    </message>
    <message>
        <source>The proxy in front of %1 does not let the connection through.</source>
        <translation>通往 %1 的代理不允许连接通过。</translation>
    </message>
    <message>
        <source>The name in the address of %1 does not exist, or there is no network.</source>
        <translation>%1 地址中的域名不存在，或没有网络连接。</translation>
    </message>
    <message>
        <source>%1 cannot be reached: nothing listens at its address, or the way is blocked.</source>
        <translation>无法连接 %1：该地址没有程序监听，或连接被阻断。</translation>
    </message>
    <message>
        <source>There is no safe connection to %1 through the proxy: its certificate cannot be trusted.</source>
        <translation>无法通过代理与 %1 建立安全连接：其证书不受信任。</translation>
    </message>
    <message>
        <source>There is no safe connection to %1: its certificate cannot be trusted.</source>
        <translation>无法与 %1 建立安全连接：其证书不受信任。</translation>
    </message>
    <message>
        <source>The answer of %1 broke off: what had come was passed on, the end is missing.</source>
        <translation>%1 的响应中断：已收到的部分已转发，结尾缺失。</translation>
    </message>
    <message>
        <source>%1 gave no whole answer: the connection broke, or what came was none.</source>
        <translation>%1 没有给出完整响应：连接中断，或收到的内容不是有效响应。</translation>
    </message>
    <message>
        <source>There is no key for %1.</source>
        <translation>没有 %1 的密钥。</translation>
    </message>
    <message>
        <source>%1 is left alone because it refused its key.</source>
        <translation>%1 拒绝了密钥，因此暂不请求它。</translation>
    </message>
    <message>
        <source>No provider of this model was left that could be asked.</source>
        <translation>此模型已没有可以请求的服务商。</translation>
    </message>
    <message>
        <source>%1 is left alone for a while because it failed before, and nobody else serves the model.</source>
        <translation>%1 先前出错，正在冷却，且没有其他服务商提供此模型。</translation>
    </message>
    <message>
        <source>%1 is at the limit that is set for it in Gatehouse.</source>
        <translation>%1 已达到在 Gatehouse 中为它设置的限额。</translation>
    </message>
    <message>
        <source>The client %3 is at the limit that is set for it in Gatehouse.</source>
        <translation>客户端 %3 已达到在 Gatehouse 中为它设置的限额。</translation>
    </message>
    <message>
        <source>A budget is used up: no more is spent until its day or month ends.</source>
        <translation>预算已用完：在当日或当月结束前不再花费。</translation>
    </message>
    <message>
        <source>No provider here serves the model %2.</source>
        <translation>这里没有服务商提供模型 %2。</translation>
    </message>
    <message>
        <source>The client %3 may not use the model %2.</source>
        <translation>客户端 %3 无权使用模型 %2。</translation>
    </message>
    <message>
        <source>The provider of the model %2 cannot be asked for this kind of thing.</source>
        <translation>模型 %2 的服务商不支持此类请求。</translation>
    </message>
    <message>
        <source>The request has something in it that the provider of the model %2 has no equal for.</source>
        <translation>请求中含有模型 %2 的服务商没有对应功能的内容。</translation>
    </message>
    <message>
        <source>The program refers to an earlier answer that is not known any more. A new conversation helps.</source>
        <translation>程序引用了一条已不存在的先前回答。开始新对话即可解决。</translation>
    </message>
    <message>
        <source>The address names a provider that is not there or is switched off.</source>
        <translation>地址中指定的服务商不存在或已停用。</translation>
    </message>
    <message>
        <source>The program asked an address that Gatehouse does not have. Look at its base URL.</source>
        <translation>程序请求了 Gatehouse 没有的地址。请检查它的基础 URL。</translation>
    </message>
    <message>
        <source>The program asked a right address in a wrong way (GET in the place of POST, or the like).</source>
        <translation>地址正确，但请求方式有误（例如该用 POST 却用了 GET）。</translation>
    </message>
    <message>
        <source>The program sent no client key of Gatehouse, or one that is not known.</source>
        <translation>程序没有发送 Gatehouse 的客户端密钥，或密钥无法识别。</translation>
    </message>
    <message>
        <source>The program used a host name for Gatehouse that is not among the allowed ones.</source>
        <translation>程序访问 Gatehouse 所用的主机名不在允许之列。</translation>
    </message>
    <message>
        <source>A web page asked whose origin is not among the allowed ones.</source>
        <translation>发起请求的网页，其来源不在允许之列。</translation>
    </message>
    <message>
        <source>The program sent a body that is not valid JSON.</source>
        <translation>程序发送的正文不是有效的 JSON。</translation>
    </message>
    <message>
        <source>The program left out a field that every request of this kind needs.</source>
        <translation>程序遗漏了此类请求必需的字段。</translation>
    </message>
    <message>
        <source>The program sent a field of a wrong type, such as a number in the place of a text.</source>
        <translation>程序发送的字段类型有误，例如该用文本却用了数字。</translation>
    </message>
    <message>
        <source>The program sent a field twice, so that it is not clear which one counts.</source>
        <translation>程序重复发送了同一字段，无法确定以哪个为准。</translation>
    </message>
    <message>
        <source>The program sent something else than JSON, or called it so.</source>
        <translation>程序发送的不是 JSON，或未声明为 JSON。</translation>
    </message>
    <message>
        <source>The request is larger than Gatehouse is set to take.</source>
        <translation>请求超出了 Gatehouse 设置的大小上限。</translation>
    </message>
    <message>
        <source>The program did not send its request to the end in time.</source>
        <translation>程序没有及时发送完请求。</translation>
    </message>
    <message>
        <source>The program sent an address or headers longer than a request may have.</source>
        <translation>程序发送的地址或请求头超出了允许的长度。</translation>
    </message>
    <message>
        <source>What the program sent is not a proper HTTP request.</source>
        <translation>程序发送的不是正确的 HTTP 请求。</translation>
    </message>
    <message>
        <source>More connections were open than Gatehouse is set to take.</source>
        <translation>打开的连接数超出了 Gatehouse 设置的上限。</translation>
    </message>
    <message>
        <source>Gatehouse was stopped while the request was under way.</source>
        <translation>请求进行中 Gatehouse 被停止。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ChangeDialog</name>
    <message>
        <source>Nothing in its files changes.</source>
        <translation>其文件没有任何变化。</translation>
    </message>
    <message>
        <source>%1 (goes)</source>
        <translation>%1（删除）</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <translation>%1（新建）</translation>
    </message>
    <message>
        <source>%1 cannot be updated: %2</source>
        <translation>无法更新 %1：%2</translation>
    </message>
    <message>
        <source>Left as it is, because it was changed since: %1</source>
        <translation>以下内容在此后被更改，保持不变：%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ChangesModel</name>
    <message>
        <source>Change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>gatehouse::ChartLegend</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more in the table</source>
        <translation>
            <numerusform>表格中还有 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only %1</source>
        <translation>只显示 %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ClientBudgetForm</name>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>US dollars a &amp;day:</source>
        <translation>每日（美元）(&amp;D)：</translation>
    </message>
    <message>
        <source>US do&amp;llars a month:</source>
        <translation>每月（美元）(&amp;L)：</translation>
    </message>
    <message>
        <source>Once it is used up, requests are refused.</source>
        <translation>用完后，请求会被拒绝。</translation>
    </message>
    <message>
        <source>US dollars a day</source>
        <translation>每日（美元）</translation>
    </message>
    <message>
        <source>US dollars a month</source>
        <translation>每月（美元）</translation>
    </message>
</context>
<context>
    <name>gatehouse::ClientDialog</name>
    <message>
        <source>Edit client</source>
        <translation>编辑客户端</translation>
    </message>
    <message>
        <source>Add a client</source>
        <translation>添加客户端</translation>
    </message>
    <message>
        <source>The app that will use the key, such as Cursor</source>
        <translation>将使用此密钥的应用，例如 Cursor</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>May ask for</source>
        <translation>可以请求</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Make key</source>
        <translation>生成密钥(&amp;M)</translation>
    </message>
    <message>
        <source>Name at least one model, or choose &quot;Any model&quot;.</source>
        <translation>请至少填写一个模型，或选择“任意模型”。</translation>
    </message>
    <message>
        <source>The name %1.</source>
        <translation>名称%1。</translation>
    </message>
    <message>
        <source>Line %1 %2.</source>
        <translation>第 %1 行%2。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::ClientLimitsForm</name>
    <message>
        <source>Limits</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>&amp;Requests a minute:</source>
        <translation>每分钟请求数(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Tokens a minute:</source>
        <translation>每分钟 token 数(&amp;T)：</translation>
    </message>
    <message>
        <source>Requests &amp;at once:</source>
        <translation>并发请求数(&amp;A)：</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>gatehouse::ClientsList</name>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
</context>
<context>
    <name>gatehouse::ClientsModel</name>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>May ask for</source>
        <translation>可以请求</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Any model</source>
        <translation>任意模型</translation>
    </message>
    <message>
        <source>%1 requests a minute</source>
        <translation>每分钟 %1 个请求</translation>
    </message>
    <message>
        <source>%1 tokens a minute</source>
        <translation>每分钟 %1 个 token</translation>
    </message>
    <message>
        <source>%1 at once</source>
        <translation>并发 %1 个</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>Used up %1</source>
        <translation>已用完 %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ClientsPage</name>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>The apps that may call Gatehouse, each with a key of its own.</source>
        <translation>可以调用 Gatehouse 的应用，各有自己的密钥。</translation>
    </message>
    <message>
        <source>No clients yet</source>
        <translation>还没有客户端</translation>
    </message>
    <message>
        <source>Give an app a key of its own to limit what it may use, and to revoke it without touching the others.</source>
        <translation>给应用一个专用密钥，可以限制它的使用范围，也可以单独吊销而不影响其他应用。</translation>
    </message>
    <message>
        <source>Add a client…</source>
        <translation>添加客户端…</translation>
    </message>
    <message>
        <source>&amp;Let it go on</source>
        <translation>继续放行(&amp;L)</translation>
    </message>
    <message>
        <source>Lifts its budget until the period ends</source>
        <translation>在本周期结束前解除它的预算限制</translation>
    </message>
    <message>
        <source>&amp;Add a client…</source>
        <translation>添加客户端(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Revoke…</source>
        <translation>吊销(&amp;R)…</translation>
    </message>
    <message>
        <source> It is the last client: from then on every program on this machine may call without a key.</source>
        <translation>这是最后一个客户端：此后本机上的任何程序无需密钥即可调用。</translation>
    </message>
    <message>
        <source>Revoke the key of &quot;%1&quot;?</source>
        <translation>吊销“%1”的密钥？</translation>
    </message>
    <message>
        <source>Apps that use it are refused at once.</source>
        <translation>使用它的应用会立即被拒绝。</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>吊销(&amp;R)</translation>
    </message>
    <message>
        <source>The key of &quot;%1&quot; was revoked.</source>
        <translation>已吊销“%1”的密钥。</translation>
    </message>
    <message>
        <source>Call without keys?</source>
        <translation>允许无密钥调用？</translation>
    </message>
    <message numerus="yes">
        <source>All %n client key(s) are removed. From then on every program on this machine may call without a key.</source>
        <translation>
            <numerusform>将删除全部 %n 个客户端密钥。此后本机上的任何程序无需密钥即可调用。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove all keys</source>
        <translation>删除所有密钥(&amp;R)</translation>
    </message>
    <message>
        <source>All client keys were removed.</source>
        <translation>已删除所有客户端密钥。</translation>
    </message>
    <message>
        <source>Gatehouse listens on %1, where other machines can reach it: at least one client key is needed there. Set the address to 127.0.0.1 in Settings first.</source>
        <translation>Gatehouse 正在监听 %1，其他设备可以访问，因此至少需要一个客户端密钥。请先在设置中将地址改为 127.0.0.1。</translation>
    </message>
</context>
<context>
    <name>gatehouse::CompareView</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Tool calls</source>
        <translation>工具调用</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>完整回答</translation>
    </message>
    <message>
        <source>First answer: %1</source>
        <translation>原回答：%1</translation>
    </message>
    <message>
        <source>New answer: %1</source>
        <translation>新回答：%1</translation>
    </message>
    <message>
        <source>New answer</source>
        <translation>新回答</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
</context>
<context>
    <name>gatehouse::ComparedText</name>
    <message>
        <source>Nothing of this kind in the first answer</source>
        <translation>原回答中没有此类内容</translation>
    </message>
    <message>
        <source>Nothing of this kind in the new answer</source>
        <translation>新回答中没有此类内容</translation>
    </message>
    <message>
        <source>The new answer appears here</source>
        <translation>新回答会显示在这里</translation>
    </message>
</context>
<context>
    <name>gatehouse::Config</name>
    <message>
        <source>must be https: http is taken only for localhost and private addresses, written as numbers, such as http://192.168.1.20:11434/v1</source>
        <translation>必须使用 https：http 只允许用于 localhost 和以数字书写的私有地址，例如 http://192.168.1.20:11434/v1</translation>
    </message>
    <message>
        <source>must begin with https://</source>
        <translation>必须以 https:// 开头</translation>
    </message>
    <message>
        <source>must hold no #</source>
        <translation>不能包含 #</translation>
    </message>
    <message>
        <source>must end with its path: neither ? nor # may follow</source>
        <translation>必须以路径结尾，其后不能有 ? 或 #</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>不能缺少</translation>
    </message>
    <message>
        <source>holds a placeholder: put a name of your own in the place of the part in braces</source>
        <translation>含有占位符：请将花括号部分替换为您自己的名称</translation>
    </message>
    <message>
        <source>may hold neither blanks nor backslashes, control or non-ASCII characters</source>
        <translation>不能包含空格、反斜杠、控制字符或非 ASCII 字符</translation>
    </message>
    <message>
        <source>is not a URL</source>
        <translation>不是有效的 URL</translation>
    </message>
    <message>
        <source>must not hold a user name or a password</source>
        <translation>不能包含用户名或密码</translation>
    </message>
    <message>
        <source>has no host</source>
        <translation>没有主机名</translation>
    </message>
    <message>
        <source>has a port that nobody can listen on</source>
        <translation>使用了无法监听的端口</translation>
    </message>
    <message>
        <source>has a host in an unusual spelling: write the plain name, or the address in full</source>
        <translation>主机名写法不规范：请写普通名称或完整地址</translation>
    </message>
    <message>
        <source>is a cloud&apos;s metadata service, which is not to be called from here</source>
        <translation>指向云平台的元数据服务，不允许从这里调用</translation>
    </message>
    <message>
        <source>must be at most 256 characters, none of them a control character</source>
        <translation>最多 256 个字符，且不能含控制字符</translation>
    </message>
    <message>
        <source>must be `sha256:` and 64 lower-case hex digits: `gatehoused client add NAME` makes a key and writes its hash here</source>
        <translation>必须是 `sha256:` 加 64 位小写十六进制数字：`gatehoused client add NAME` 会生成密钥并将其哈希写在此处</translation>
    </message>
    <message>
        <source>is empty: this client may ask for nothing</source>
        <translation>为空：此客户端不能请求任何模型</translation>
    </message>
    <message>
        <source>must be a model name or a pattern</source>
        <translation>必须是模型名或通配模式</translation>
    </message>
    <message>
        <source>belongs to another client already</source>
        <translation>已被另一个客户端使用</translation>
    </message>
    <message>
        <source>belongs to another client already: each needs a key of its own</source>
        <translation>已被另一个客户端使用：每个客户端都需要自己的密钥</translation>
    </message>
    <message>
        <source>must not be negative</source>
        <translation>不能为负数</translation>
    </message>
    <message>
        <source>; did you mean `%1`?</source>
        <translation>；是否想写 `%1`？</translation>
    </message>
    <message>
        <source>must be from 0 to 86400</source>
        <translation>必须在 0 到 86400 之间</translation>
    </message>
    <message>
        <source>must be from 0 to 36500</source>
        <translation>必须在 0 到 36500 之间</translation>
    </message>
    <message>
        <source>the configuration is written in a way that cannot be changed: edit it by hand</source>
        <translation>配置的写法无法自动修改：请手动编辑</translation>
    </message>
    <message>
        <source>`%1` is not a list</source>
        <translation>`%1` 不是列表</translation>
    </message>
    <message>
        <source>the configuration has no provider `%1`</source>
        <translation>配置中没有服务商 `%1`</translation>
    </message>
    <message>
        <source>there is a client `%1` already</source>
        <translation>已有名为 `%1` 的客户端</translation>
    </message>
    <message>
        <source>has %1 more problems</source>
        <translation>还有 %1 个问题</translation>
    </message>
    <message>
        <source>must be 1: this program knows no other</source>
        <translation>必须是 1：此程序不支持其他版本</translation>
    </message>
    <message>
        <source>is larger than 1 MiB</source>
        <translation>大于 1 MiB</translation>
    </message>
    <message>
        <source>the configuration cannot be changed before it is mended: %1 %2</source>
        <translation>配置修正之前无法更改：%1 %2</translation>
    </message>
    <message>
        <source>the configuration is not an object</source>
        <translation>配置不是对象</translation>
    </message>
    <message>
        <source>provider `%1` has a key that is no reference: it must be ${NAME} or keychain:provider@host</source>
        <translation>服务商 `%1` 的密钥不是引用：必须写成 ${NAME} 或 keychain:provider@host</translation>
    </message>
    <message>
        <source>the configuration cannot be written: %1 %2</source>
        <translation>无法写入配置：%1 %2</translation>
    </message>
    <message>
        <source>the configuration cannot be written: </source>
        <translation>无法写入配置：</translation>
    </message>
    <message>
        <source>some of it is no text (half a character, or stray bytes)</source>
        <translation>其中部分内容不是文本（残缺字符或多余字节）</translation>
    </message>
    <message>
        <source>no text means what %1 is to be</source>
        <translation>没有文本可以表示 %1 应有的值</translation>
    </message>
    <message>
        <source>store it with `gatehoused key set %1`, or move it into the keychain in the window, or name the environment variable that holds it: ${NAME}</source>
        <translation>请用 `gatehoused key set %1` 存储，或在窗口中将它移入钥匙串，或写出存放它的环境变量：${NAME}</translation>
    </message>
    <message>
        <source>is not a header&apos;s name</source>
        <translation>不是有效的请求头名称</translation>
    </message>
    <message>
        <source>is set by the gateway itself</source>
        <translation>由网关自行设置</translation>
    </message>
    <message>
        <source>carries a key, whose place is apiKey: never a header</source>
        <translation>携带密钥；密钥应放在 apiKey 中，不能放在请求头里</translation>
    </message>
    <message>
        <source>has a value with control or non-ASCII characters, or of more than 4096</source>
        <translation>的值含控制字符或非 ASCII 字符，或超过 4096 个字符</translation>
    </message>
    <message>
        <source>looks like a key, whose place is apiKey: never a header</source>
        <translation>看起来是密钥；密钥应放在 apiKey 中，不能放在请求头里</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>must be keychain:provider@host, such as keychain:openai@api.openai.com</source>
        <translation>必须写成 keychain:provider@host，例如 keychain:openai@api.openai.com</translation>
    </message>
    <message>
        <source>must be ${NAME}: letters, digits and _ within the braces</source>
        <translation>必须写成 ${NAME}：花括号内为字母、数字和 _</translation>
    </message>
    <message>
        <source>holds a key itself, which no configuration may; </source>
        <translation>直接写有密钥，配置中不允许这样做；</translation>
    </message>
    <message>
        <source>is a stored key for another host than baseUrl&apos;s, and is not sent there; `gatehoused key set` stores one for the new host</source>
        <translation>是为其他主机存储的密钥，不会发送到 baseUrl 的主机；可用 `gatehoused key set` 为新主机存储密钥</translation>
    </message>
    <message>
        <source>is in the list already</source>
        <translation>已在列表中</translation>
    </message>
    <message>
        <source>is sent as it stands: variables are known in apiKey only</source>
        <translation>会原样发送：只有 apiKey 支持变量</translation>
    </message>
    <message>
        <source>is there twice: upper and lower case make no difference</source>
        <translation>重复出现：不区分大小写</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>第 %1 行第 %2 列</translation>
    </message>
    <message>
        <source>the file is not well-formed JSON here</source>
        <translation>此处不是格式正确的 JSON</translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation>文件提前结束</translation>
    </message>
    <message>
        <source>more than %1 levels within each other</source>
        <translation>嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>something follows the end of the configuration</source>
        <translation>配置结束后还有多余内容</translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation>重复出现</translation>
    </message>
    <message>
        <source>may not be `*`: any web page could then use your keys</source>
        <translation>不能是 `*`：否则任何网页都能使用您的密钥</translation>
    </message>
    <message>
        <source>may not be `null`: any web page can make its origin that</source>
        <translation>不能是 `null`：任何网页都能让自己的来源变成它</translation>
    </message>
    <message>
        <source>must be scheme://host, scheme://host:port or scheme://host:*, without a path</source>
        <translation>必须是 scheme://host、scheme://host:port 或 scheme://host:*，不含路径</translation>
    </message>
    <message>
        <source>must be `localhost` or an address, such as 127.0.0.1</source>
        <translation>必须是 `localhost` 或地址，例如 127.0.0.1</translation>
    </message>
    <message>
        <source>leads beyond this machine, which needs at least one client key: see `gatehoused client add NAME`</source>
        <translation>超出本机范围，因此至少需要一个客户端密钥：参见 `gatehoused client add NAME`</translation>
    </message>
    <message>
        <source>must be from 1 to %1</source>
        <translation>必须在 1 到 %1 之间</translation>
    </message>
    <message>
        <source>must be a host, or host:port, without scheme and path</source>
        <translation>必须是 host 或 host:port，不含协议和路径</translation>
    </message>
    <message>
        <source>must be one name, which clients ask for</source>
        <translation>必须是客户端请求时使用的单个名称</translation>
    </message>
    <message>
        <source>cannot stand for a pattern: it must lead to one model</source>
        <translation>不能代表通配模式：必须指向一个模型</translation>
    </message>
    <message>
        <source>is another model or alias of this provider too: the first one counts</source>
        <translation>也是此服务商的另一个模型或别名：以第一个为准</translation>
    </message>
    <message>
        <source>must be from 0 to 1000000</source>
        <translation>必须在 0 到 1000000 之间</translation>
    </message>
    <message>
        <source>must be from 0 to 100</source>
        <translation>必须在 0 到 100 之间</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>必须是对象</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>必须是列表</translation>
    </message>
    <message>
        <source>has more than %1 entries</source>
        <translation>超过 %1 项</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>必须是 true 或 false</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>必须是数字</translation>
    </message>
    <message>
        <source>must be a whole number from 0 to %1</source>
        <translation>必须是 0 到 %1 之间的整数</translation>
    </message>
    <message>
        <source>must be one of `%1`</source>
        <translation>必须是 `%1` 之一</translation>
    </message>
    <message>
        <source>has more than %1 fields</source>
        <translation>超过 %1 个字段</translation>
    </message>
    <message>
        <source>is no field that we know</source>
        <translation>是无法识别的字段</translation>
    </message>
    <message>
        <source>must be a text in quotes</source>
        <translation>必须是带引号的文本</translation>
    </message>
    <message>
        <source>is no preset that we know</source>
        <translation>是无法识别的预设</translation>
    </message>
    <message>
        <source>must be an object of names and texts</source>
        <translation>必须是由名称和文本组成的对象</translation>
    </message>
    <message>
        <source>leads to another host than the preset&apos;s, so the preset&apos;s key is not sent there; give apiKey if the host needs one</source>
        <translation>指向与预设不同的主机，因此不会发送预设的密钥；如果该主机需要密钥，请填写 apiKey</translation>
    </message>
    <message>
        <source>must be `system`, `none`, http://host:port or socks5h://host:port</source>
        <translation>必须是 `system`、`none`、http://host:port 或 socks5h://host:port</translation>
    </message>
    <message>
        <source>must end after the port</source>
        <translation>端口之后不能有内容</translation>
    </message>
    <message>
        <source>must be from 1 to 86400</source>
        <translation>必须在 1 到 86400 之间</translation>
    </message>
    <message>
        <source>must be from 0 to 600000</source>
        <translation>必须在 0 到 600000 之间</translation>
    </message>
    <message>
        <source>is less than baseDelayMs</source>
        <translation>小于 baseDelayMs</translation>
    </message>
    <message>
        <source>must be 1 to 64 of: a-z 0-9 . _ -</source>
        <translation>必须是 1 到 64 个字符，仅限 a-z 0-9 . _ -</translation>
    </message>
    <message>
        <source>belongs to another provider already</source>
        <translation>已被另一个服务商使用</translation>
    </message>
    <message>
        <source>is this gateway&apos;s own address: a request would go round in a circle</source>
        <translation>是本网关自己的地址：请求会循环往复</translation>
    </message>
    <message>
        <source>is no provider of this configuration</source>
        <translation>不是此配置中的服务商</translation>
    </message>
    <message>
        <source>is switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>must be one model&apos;s name</source>
        <translation>必须是单个模型的名称</translation>
    </message>
    <message>
        <source>is empty: the route leads nowhere</source>
        <translation>为空：该路由没有去向</translation>
    </message>
    <message>
        <source>is a target of this route already</source>
        <translation>已是此路由的目标</translation>
    </message>
    <message>
        <source>gives no target a share: all weights are 0</source>
        <translation>没有给任何目标分配份额：所有权重都是 0</translation>
    </message>
    <message>
        <source>is a route&apos;s name too, and the route comes first</source>
        <translation>同时也是路由的名称，路由优先</translation>
    </message>
    <message>
        <source>belongs to another route already</source>
        <translation>已被另一条路由使用</translation>
    </message>
    <message>
        <source>is neither a route nor a model of any provider</source>
        <translation>既不是路由，也不是任何服务商的模型</translation>
    </message>
    <message>
        <source>has something after the closing quote</source>
        <translation>在结束引号之后还有内容</translation>
    </message>
    <message>
        <source>has no closing quote</source>
        <translation>缺少结束引号</translation>
    </message>
    <message>
        <source>is not NAME=value</source>
        <translation>不是 NAME=value 形式</translation>
    </message>
    <message>
        <source>has a name that no variable can have</source>
        <translation>不是有效的变量名</translation>
    </message>
    <message>
        <source>holds a zero byte</source>
        <translation>含有零字节</translation>
    </message>
    <message>
        <source>is in an unusual spelling: write `%1`</source>
        <translation>写法不规范：请写成 `%1`</translation>
    </message>
    <message>
        <source>does not hold `%1`, where the gateway listens: requests to that address are refused (host_not_allowed)</source>
        <translation>不含网关监听的 `%1`：发往该地址的请求会被拒绝 (host_not_allowed)</translation>
    </message>
    <message>
        <source>has a path with `.`, `..` or `//` in it: write it as the provider does</source>
        <translation>的路径中含有 `.`、`..` 或 `//`：请按服务商给出的写法填写</translation>
    </message>
    <message>
        <source>must be from 0 to %1</source>
        <translation>必须在 0 到 %1 之间</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>必须是整数</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>should end before `%1`, which is added to it</source>
        <translation>应止于 `%1` 之前，这一部分会自动添加</translation>
    </message>
    <message>
        <source>is a pattern, and is sent to the provider as it stands: name one model</source>
        <translation>是通配模式，会原样发给服务商：请指定一个模型</translation>
    </message>
    <message>
        <source>leads only to providers that are switched off</source>
        <translation>只指向已停用的服务商</translation>
    </message>
    <message>
        <source>must be one name: a pattern with * is for the models of a provider</source>
        <translation>必须是单个名称：带 * 的模式用于服务商的模型</translation>
    </message>
</context>
<context>
    <name>gatehouse::ConfigStore</name>
    <message>
        <source>The configuration file has errors. Correct them, move its keys into the keychain, or put an earlier version back first.</source>
        <translation>配置文件有错误。请先改正，或将其中的密钥移入钥匙串，或恢复较早的版本。</translation>
    </message>
    <message>
        <source>That version has errors itself and cannot be put in force: %1</source>
        <translation>该版本自身有错误，无法生效：%1</translation>
    </message>
    <message>
        <source>The configuration file was changed by another program just now. Please look at it again, then save.</source>
        <translation>配置文件刚刚被其他程序修改。请重新查看后再保存。</translation>
    </message>
    <message>
        <source>The configuration file was changed by another program just now. Please try again.</source>
        <translation>配置文件刚刚被其他程序修改。请重试。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ConfigVersions</name>
    <message>
        <source>The configuration is too large to be kept.</source>
        <translation>配置过大，无法保留。</translation>
    </message>
    <message>
        <source>The old version %1 cannot be removed.</source>
        <translation>无法删除旧版本 %1。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made, or not be made private.</source>
        <translation>无法创建文件夹 %1，或无法设为仅自己可访问。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1 is no earlier version that is kept.</source>
        <translation>%1 不是已保留的较早版本。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::ConnectPage</name>
    <message>
        <source>Connect</source>
        <translation>接入</translation>
    </message>
    <message>
        <source>Tells your applications to ask the gateway.</source>
        <translation>让您的应用通过网关发出请求。</translation>
    </message>
    <message>
        <source>Find an application</source>
        <translation>查找应用</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>%1 asks %2 now. It may have to be started anew.</source>
        <translation>%1 现在请求 %2。可能需要重新启动它。</translation>
    </message>
    <message>
        <source>U&amp;ndo…</source>
        <translation>撤销(&amp;N)…</translation>
    </message>
    <message>
        <source>There is a client for %1 now. Copy its key before you leave: it is kept nowhere.</source>
        <translation>已为 %1 新建客户端。请在离开前复制其密钥：它不会保存在任何地方。</translation>
    </message>
    <message>
        <source>What could be updated asks %1 now. It may have to be started anew.</source>
        <translation>能更新的应用现在请求 %1，可能需要重新启动。</translation>
    </message>
    <message numerus="yes">
        <source>%n application(s) that you set up ask another address, or with a key that is not taken.</source>
        <translation>
            <numerusform>有 %n 个已接入的应用仍请求旧地址，或使用了无效的密钥。</numerusform>
        </translation>
    </message>
    <message>
        <source>Up&amp;date…</source>
        <translation>更新(&amp;D)…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>No application has this name or state.</source>
        <translation>没有应用具有此名称或状态。</translation>
    </message>
    <message>
        <source>Backup: %1</source>
        <translation>备份：%1</translation>
    </message>
    <message>
        <source>The set-up of %1 is undone.</source>
        <translation>已撤销 %1 的设置。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ConnectableApp</name>
    <message>
        <source>Cursor sends its requests through its own servers, which cannot reach 127.0.0.1 on this machine: it would need a public https address that leads to the gateway.</source>
        <translation>Cursor 的请求经由它自己的服务器发出，而这些服务器无法访问本机的 127.0.0.1：需要有一个通往网关的公网 https 地址。</translation>
    </message>
</context>
<context>
    <name>gatehouse::Connections</name>
    <message>
        <source>The folder of %1 cannot be made</source>
        <translation>无法创建 %1 所在的文件夹</translation>
    </message>
    <message>
        <source>%1 has changed in the meantime; nothing was written</source>
        <translation>%1 在此期间已被修改；未写入任何内容</translation>
    </message>
    <message>
        <source>%1 cannot be removed</source>
        <translation>无法删除 %1</translation>
    </message>
    <message>
        <source>%1 has no file that can be set up from here</source>
        <translation>%1 没有可在此设置的文件</translation>
    </message>
    <message>
        <source>the model&apos;s name holds control characters</source>
        <translation>模型名称含有控制字符</translation>
    </message>
    <message>
        <source>%1 cannot hold this model&apos;s name</source>
        <translation>%1 无法容纳此模型名称</translation>
    </message>
    <message>
        <source>%1 is no file of %2</source>
        <translation>%1 不是 %2 的文件</translation>
    </message>
    <message>
        <source>%1 was not set up from here</source>
        <translation>%1 不是在此接入的</translation>
    </message>
    <message>
        <source>%1 is a link that leads nowhere</source>
        <translation>%1 是失效的链接</translation>
    </message>
    <message>
        <source>%1 is not a regular file</source>
        <translation>%1 不是普通文件</translation>
    </message>
    <message>
        <source>%1 is larger than 4 MiB</source>
        <translation>%1 超过 4 MiB</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1 is read-only</source>
        <translation>%1 为只读</translation>
    </message>
    <message>
        <source>the file holds null, not settings</source>
        <translation>文件内容是 null，不是设置</translation>
    </message>
    <message>
        <source>the file does not hold an object</source>
        <translation>文件内容不是对象</translation>
    </message>
    <message>
        <source>%1 does not hold an object</source>
        <translation>%1 的内容不是对象</translation>
    </message>
    <message>
        <source>the file is not UTF-8 text</source>
        <translation>文件不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>the file holds a NUL character</source>
        <translation>文件含有 NUL 字符</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>something follows the value</source>
        <translation>值后面还有其他内容</translation>
    </message>
    <message>
        <source>the name of a table does not end</source>
        <translation>表名没有结束</translation>
    </message>
    <message>
        <source>a key without a value</source>
        <translation>有键而没有值</translation>
    </message>
    <message>
        <source>not the name of a key</source>
        <translation>不是键名</translation>
    </message>
    <message>
        <source>a string does not end</source>
        <translation>字符串没有结束</translation>
    </message>
    <message>
        <source>a list does not end</source>
        <translation>列表没有结束</translation>
    </message>
    <message>
        <source>a table in braces does not end</source>
        <translation>花括号中的表没有结束</translation>
    </message>
    <message>
        <source>more than %1 levels within each other</source>
        <translation>嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>not a value</source>
        <translation>不是值</translation>
    </message>
    <message>
        <source>%1 is given as a value; only a table of its own, [%1], can be changed safely</source>
        <translation>%1 以值的形式给出；只有独立的表 [%1] 才能安全修改</translation>
    </message>
    <message>
        <source>%1 is a table</source>
        <translation>%1 是一个表</translation>
    </message>
    <message>
        <source>%1 is a list of tables</source>
        <translation>%1 是表的列表</translation>
    </message>
    <message>
        <source>%1 is given by keys with dots; only a table of its own, [%1], can be changed safely</source>
        <translation>%1 以带点的键给出；只有独立的表 [%1] 才能安全修改</translation>
    </message>
    <message>
        <source>more than one document</source>
        <translation>不止一个文档</translation>
    </message>
    <message>
        <source>the file is not well-formed YAML here</source>
        <translation>文件此处不是格式正确的 YAML</translation>
    </message>
    <message>
        <source>the file does not hold names with values</source>
        <translation>文件内容不是名称与值</translation>
    </message>
    <message>
        <source>settings that are indented, in braces, tagged or anchored cannot be changed safely</source>
        <translation>带缩进、花括号、标签或锚点的设置无法安全修改</translation>
    </message>
    <message>
        <source>%1 has an anchor, an alias or a tag: this cannot be changed safely</source>
        <translation>%1 带有锚点、别名或标签，无法安全修改</translation>
    </message>
    <message>
        <source>%1 holds more than one value</source>
        <translation>%1 不止一个值</translation>
    </message>
    <message>
        <source>%1 is not a list of lines that begin with a dash: this cannot be changed safely</source>
        <translation>%1 不是以短横线开头的逐行列表，无法安全修改</translation>
    </message>
    <message>
        <source>%1 is in braces, tagged or anchored: this cannot be changed safely</source>
        <translation>%1 带有花括号、标签或锚点，无法安全修改</translation>
    </message>
    <message>
        <source>%1 cannot be changed safely here</source>
        <translation>%1 在此无法安全修改</translation>
    </message>
    <message>
        <source>Continue uses config.json here; let Continue migrate it to config.yaml first.</source>
        <translation>此处的 Continue 仍使用 config.json，请先让 Continue 将其迁移为 config.yaml。</translation>
    </message>
    <message>
        <source>%1, which remembers how applications are put back, is damaged; move it away first</source>
        <translation>记录如何还原应用的 %1 已损坏，请先将其移走</translation>
    </message>
    <message>
        <source>%1 stays readable by others: %2</source>
        <translation>其他用户仍可读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 does not hold a list</source>
        <translation>%1 的值不是列表</translation>
    </message>
    <message>
        <source>%1 is no simple value</source>
        <translation>%1 不是简单值</translation>
    </message>
</context>
<context>
    <name>gatehouse::Deeds</name>
    <message>
        <source>%1 takes its key from the environment variable %2; this file cannot hold it.</source>
        <translation>%1 从环境变量 %2 读取密钥；此文件无法保存它。</translation>
    </message>
    <message>
        <source>Its client &quot;%1&quot; gets a new key, which is written into the file. The old one is refused from then on.</source>
        <translation>其客户端“%1”将获得新密钥并写入文件。此后旧密钥会被拒绝。</translation>
    </message>
    <message>
        <source>A client of its own is made for it, and its key written into the file.</source>
        <translation>将为它新建专用的客户端，并把密钥写入文件。</translation>
    </message>
    <message>
        <source>How it was before the first set-up is kept: %1</source>
        <translation>首次接入之前的内容保留在：%1</translation>
    </message>
    <message>
        <source>What stands there now is kept in %1</source>
        <translation>现有内容会保留在 %1</translation>
    </message>
    <message>
        <source>Set up %1</source>
        <translation>接入 %1</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>写入(&amp;W)</translation>
    </message>
    <message>
        <source>The client &quot;%1&quot; that was made for it goes too.</source>
        <translation>为它新建的客户端“%1”也会一并移除。</translation>
    </message>
    <message>
        <source>It is the last client: from then on every program on this machine may call without a key.</source>
        <translation>这是最后一个客户端：此后本机上的任何程序都可以不用密钥调用。</translation>
    </message>
    <message>
        <source>Undo the set-up of %1</source>
        <translation>撤销 %1 的接入</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>恢复(&amp;P)</translation>
    </message>
    <message>
        <source>Each gets a new client key, which is written into its file.</source>
        <translation>每个应用都会获得新的客户端密钥，并写入各自的文件。</translation>
    </message>
    <message>
        <source>Update what was set up</source>
        <translation>更新已接入的应用</translation>
    </message>
    <message>
        <source>How the files were before the first set-up stays kept in %1</source>
        <translation>首次接入之前的文件仍保留在 %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::DefaultModelRow</name>
    <message>
        <source>Nobody: it is refused</source>
        <translation>无：直接拒绝</translation>
    </message>
    <message>
        <source>Any other name &amp;goes to:</source>
        <translation>其他名称转到(&amp;G)：</translation>
    </message>
    <message>
        <source>Nobody serves it now.</source>
        <translation>目前没有服务商提供它。</translation>
    </message>
</context>
<context>
    <name>gatehouse::DesktopProgram</name>
    <message>
        <source>The configuration file has errors.</source>
        <translation>配置文件有错误。</translation>
    </message>
</context>
<context>
    <name>gatehouse::DetailsContent</name>
    <message>
        <source>Where the time went</source>
        <translation>耗时分布</translation>
    </message>
    <message>
        <source>Attempts that are not shown: %1.</source>
        <translation>未显示的尝试：%1。</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已响应</translation>
    </message>
    <message>
        <source>Attempts (%1)</source>
        <translation>尝试（%1）</translation>
    </message>
    <message>
        <source>Reading the details…</source>
        <translation>正在读取详情…</translation>
    </message>
    <message>
        <source>Why did it end early?</source>
        <translation>为什么提前结束？</translation>
    </message>
    <message>
        <source>Why did it fail?</source>
        <translation>为什么失败？</translation>
    </message>
    <message>
        <source>Tokens and cost</source>
        <translation>Token 与费用</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Headers of the answer</source>
        <translation>响应头</translation>
    </message>
</context>
<context>
    <name>gatehouse::DifferenceView</name>
    <message>
        <source>What changes in the file</source>
        <translation>文件中的变更</translation>
    </message>
</context>
<context>
    <name>gatehouse::EditDialog</name>
    <message>
        <source>Drop what you changed?</source>
        <translation>放弃所做的更改？</translation>
    </message>
    <message>
        <source>It is not saved.</source>
        <translation>更改尚未保存。</translation>
    </message>
    <message>
        <source>&amp;Drop</source>
        <translation>放弃(&amp;D)</translation>
    </message>
</context>
<context>
    <name>gatehouse::EditedCard</name>
    <message>
        <source>Show the file&apos;s values</source>
        <translation>显示文件中的值</translation>
    </message>
    <message>
        <source>The configuration file has changed meanwhile. What you typed is kept; applying it replaces the file&apos;s values.</source>
        <translation>配置文件在此期间已被修改。您输入的内容已保留；应用后将替换文件中的值。</translation>
    </message>
    <message>
        <source>That could not be saved. %1</source>
        <translation>无法保存。%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::EntryList</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in the list already.</source>
        <translation>“%1”已在列表中。</translation>
    </message>
</context>
<context>
    <name>gatehouse::Explain</name>
    <message>
        <source>the provider</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>The provider said: “%1”</source>
        <translation>服务商返回：“%1”</translation>
    </message>
    <message>
        <source>%1 attempts were made.</source>
        <translation>共尝试了 %1 次。</translation>
    </message>
    <message>
        <source>Status %1</source>
        <translation>状态码 %1</translation>
    </message>
    <message>
        <source>Status %1, code %2</source>
        <translation>状态码 %1，错误代码 %2</translation>
    </message>
    <message>
        <source>Proxy set for it: %1</source>
        <translation>为它设置的代理：%1</translation>
    </message>
    <message>
        <source>Address set for it: %1</source>
        <translation>为它设置的地址：%1</translation>
    </message>
    <message>
        <source>Time-out set for it: %1 s</source>
        <translation>为它设置的超时：%1 秒</translation>
    </message>
    <message>
        <source>That provider is not set up any more.</source>
        <translation>该服务商已不再配置中。</translation>
    </message>
    <message>
        <source>The request failed, for a reason that Gatehouse has no plain words for.</source>
        <translation>请求失败，Gatehouse 无法用简单的话说明原因。</translation>
    </message>
    <message>
        <source>The answer of %1 broke off.</source>
        <translation>%1 的响应中断了。</translation>
    </message>
</context>
<context>
    <name>gatehouse::Explanation</name>
    <message>
        <source>&amp;Edit key…</source>
        <translation>编辑密钥(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Edit address…</source>
        <translation>编辑地址(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Edit limits…</source>
        <translation>编辑限额(&amp;E)…</translation>
    </message>
    <message>
        <source>Rais&amp;e time-out…</source>
        <translation>延长超时(&amp;E)…</translation>
    </message>
    <message>
        <source>Op&amp;en proxy settings…</source>
        <translation>打开代理设置(&amp;E)…</translation>
    </message>
    <message>
        <source>L&amp;et it be tried now</source>
        <translation>立即允许重试(&amp;E)</translation>
    </message>
    <message>
        <source>S&amp;ee models and routes</source>
        <translation>查看模型与路由(&amp;E)</translation>
    </message>
    <message>
        <source>How to short&amp;en the prompt</source>
        <translation>如何缩短提示词(&amp;E)</translation>
    </message>
    <message>
        <source>S&amp;ee clients</source>
        <translation>查看客户端(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Edit budget…</source>
        <translation>编辑预算(&amp;E)…</translation>
    </message>
    <message>
        <source>Op&amp;en settings</source>
        <translation>打开设置(&amp;E)</translation>
    </message>
</context>
<context>
    <name>gatehouse::Facts</name>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Headers of the answer</source>
        <translation>响应头</translation>
    </message>
    <message>
        <source>Not known: no tokens were counted</source>
        <translation>未知：没有统计到 token</translation>
    </message>
    <message>
        <source>Not known: the tokens are an estimate, because the provider told no usage</source>
        <translation>未知：服务商没有返回用量，token 数为估算值</translation>
    </message>
    <message>
        <source>Not known: there is no price for this model</source>
        <translation>未知：没有此模型的价格</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Model asked</source>
        <translation>请求的模型</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>Its model</source>
        <translation>服务商的模型</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Streamed</source>
        <translation>流式</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>首字节</translation>
    </message>
    <message>
        <source>Total time</source>
        <translation>总耗时</translation>
    </message>
    <message>
        <source>Of it in Gatehouse</source>
        <translation>其中 Gatehouse 耗时</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>入 %1，出 %2</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>输入 token</translation>
    </message>
    <message>
        <source>of it read from the cache</source>
        <translation>其中读取缓存</translation>
    </message>
    <message>
        <source>of it written to the cache</source>
        <translation>其中写入缓存</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>输出 token</translation>
    </message>
    <message>
        <source>of it reasoning</source>
        <translation>其中推理</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>status %1</source>
        <translation>状态码 %1</translation>
    </message>
    <message>
        <source>sent %1 times</source>
        <translation>发送了 %1 次</translation>
    </message>
</context>
<context>
    <name>gatehouse::FactsGrid</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>gatehouse::FailureCard</name>
    <message>
        <source>Start a new conversation, take fewer files or tools into it, or have its beginning summed up. A model that reads more helps too: choose another in the program, or put one into a route.</source>
        <translation>请开始新对话，减少带入的文件或工具，或将开头部分总结压缩。换用上下文更长的模型也有帮助：在程序中另选模型，或在路由中加入一个。</translation>
    </message>
</context>
<context>
    <name>gatehouse::FeatureList</name>
    <message>
        <source>Not tested</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在请求…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>verdict, reason</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::Figures</name>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>输入 token</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>输出 token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>首字节</translation>
    </message>
    <message>
        <source>Total time</source>
        <translation>总耗时</translation>
    </message>
</context>
<context>
    <name>gatehouse::FiguresGrid</name>
    <message>
        <source>First</source>
        <translation>原</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
</context>
<context>
    <name>gatehouse::FilesCard</name>
    <message>
        <source>Errors only</source>
        <translation>仅错误</translation>
    </message>
    <message>
        <source>Warnings too</source>
        <translation>错误和警告</translation>
    </message>
    <message>
        <source>What happens (usual)</source>
        <translation>常规信息（默认）</translation>
    </message>
    <message>
        <source>Every detail</source>
        <translation>全部细节</translation>
    </message>
    <message>
        <source>&amp;Log level:</source>
        <translation>日志级别(&amp;L)：</translation>
    </message>
    <message>
        <source>Log file:</source>
        <translation>日志文件：</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the folder of the log files</source>
        <translation>打开日志文件所在的文件夹</translation>
    </message>
    <message>
        <source>Configuration:</source>
        <translation>配置：</translation>
    </message>
    <message>
        <source>Data folder:</source>
        <translation>数据文件夹：</translation>
    </message>
    <message>
        <source>Log and files</source>
        <translation>日志与文件</translation>
    </message>
    <message>
        <source>When the log has reached 10 MiB a new file is begun; the last five are kept.</source>
        <translation>日志达到 10 MiB 时会新建文件，保留最近五个。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>打开：%1</translation>
    </message>
    <message>
        <source>Copy path: %1</source>
        <translation>复制路径：%1</translation>
    </message>
    <message>
        <source>No program could be found that opens %1.</source>
        <translation>找不到可以打开 %1 的程序。</translation>
    </message>
</context>
<context>
    <name>gatehouse::FilterBar</name>
    <message>
        <source>All providers</source>
        <translation>所有服务商</translation>
    </message>
    <message>
        <source>No provider</source>
        <translation>无服务商</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>All callers</source>
        <translation>所有调用方</translation>
    </message>
    <message>
        <source>Unknown caller</source>
        <translation>未知调用方</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清除(&amp;L)</translation>
    </message>
    <message>
        <source>Show requests of this provider</source>
        <translation>显示此服务商的请求</translation>
    </message>
    <message>
        <source>Show requests for this model</source>
        <translation>显示此模型的请求</translation>
    </message>
    <message>
        <source>Show requests of this caller</source>
        <translation>显示此调用方的请求</translation>
    </message>
    <message>
        <source>Show requests that ended so</source>
        <translation>显示此结果的请求</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>所有结果</translation>
    </message>
    <message>
        <source>Search ids, paths, models, errors</source>
        <translation>搜索 ID、路径、模型、错误</translation>
    </message>
    <message>
        <source>Requests: %1</source>
        <translation>请求：%1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::FilterChips</name>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Remove filter %1</source>
        <translation>移除筛选 %1</translation>
    </message>
    <message>
        <source>Remove this filter: %1</source>
        <translation>移除此筛选：%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::GatewayWords</name>
    <message>
        <source>The provider &apos;%1&apos; says that too much is asked of it (HTTP %2).</source>
        <translation>服务商“%1”表示请求过多（HTTP %2）。</translation>
    </message>
    <message>
        <source>The provider &apos;%1&apos; says that the quota or the balance is used up (HTTP %2).</source>
        <translation>服务商“%1”表示配额或余额已用完（HTTP %2）。</translation>
    </message>
    <message>
        <source>The provider &apos;%1&apos; says that the prompt is too long (HTTP %2).</source>
        <translation>服务商“%1”表示提示词过长（HTTP %2）。</translation>
    </message>
    <message>
        <source>The provider &apos;%1&apos; refuses the key (HTTP %2).</source>
        <translation>服务商“%1”拒绝了密钥（HTTP %2）。</translation>
    </message>
    <message>
        <source>The provider &apos;%1&apos; answered with an error (HTTP %2).</source>
        <translation>服务商“%1”返回错误（HTTP %2）。</translation>
    </message>
    <message>
        <source>The provider &apos;%1&apos; cannot be reached: %2.</source>
        <translation>无法连接服务商“%1”：%2。</translation>
    </message>
    <message>
        <source>No secure connection to the provider &apos;%1&apos;: %2.</source>
        <translation>无法与服务商“%1”建立安全连接：%2。</translation>
    </message>
    <message>
        <source>The provider &apos;%1&apos; did not answer in time: %2.</source>
        <translation>服务商“%1”未及时响应：%2。</translation>
    </message>
    <message>
        <source>The provider &apos;%1&apos; fell silent within its answer: %2.</source>
        <translation>服务商“%1”在响应过程中沉默：%2。</translation>
    </message>
    <message>
        <source>The provider &apos;%1&apos; gave no whole answer: %2.</source>
        <translation>服务商“%1”没有给出完整响应：%2。</translation>
    </message>
    <message>
        <source>The provider &apos;%1&apos; sent an error in the place of an answer.</source>
        <translation>服务商“%1”返回的是错误而不是回答。</translation>
    </message>
    <message>
        <source>The answer of the provider &apos;%1&apos; broke off.</source>
        <translation>服务商“%1”的响应中断。</translation>
    </message>
    <message>
        <source>It answers a look at its models with HTTP %1.</source>
        <translation>查询模型列表时返回 HTTP %1。</translation>
    </message>
    <message>
        <source>through the proxy %1: %2</source>
        <translation>经代理 %1：%2</translation>
    </message>
    <message>
        <source>No key for the provider &apos;%1&apos;: %2.</source>
        <translation>服务商“%1”没有密钥：%2。</translation>
    </message>
    <message>
        <source>The provider &apos;%1&apos; is at the limit that is set for it here.</source>
        <translation>服务商“%1”已达到为它设置的限额。</translation>
    </message>
    <message>
        <source>The provider &apos;%1&apos; is left alone for a while: %2</source>
        <translation>暂不请求服务商“%1”：%2</translation>
    </message>
    <message>
        <source>the environment variable %1 is not set</source>
        <translation>环境变量 %1 未设置</translation>
    </message>
    <message>
        <source>the environment variable %1 is empty</source>
        <translation>环境变量 %1 为空</translation>
    </message>
    <message>
        <source>the environment variable %1 holds characters that no key may have</source>
        <translation>环境变量 %1 含有密钥中不允许的字符</translation>
    </message>
    <message>
        <source>the stored key %1 is for another host than %2 and is not sent there</source>
        <translation>已存密钥 %1 不属于主机 %2，不会发送到那里</translation>
    </message>
    <message>
        <source>the stored key %1 is empty</source>
        <translation>已存密钥 %1 为空</translation>
    </message>
    <message>
        <source>the stored key %1 holds characters that no key may have</source>
        <translation>已存密钥 %1 含有密钥中不允许的字符</translation>
    </message>
    <message>
        <source>the key %1 has not been read from the keychain yet</source>
        <translation>密钥 %1 尚未从钥匙串读取</translation>
    </message>
    <message>
        <source>the key is empty or holds characters that no key may have</source>
        <translation>密钥为空，或含有密钥中不允许的字符</translation>
    </message>
    <message>
        <source>its apiKey is neither ${VARIABLE} nor keychain:name@host</source>
        <translation>它的 apiKey 既不是 ${VARIABLE} 也不是 keychain:name@host</translation>
    </message>
    <message>
        <source>the keychain has no entry %1</source>
        <translation>钥匙串中没有条目 %1</translation>
    </message>
    <message>
        <source>the keychain is locked, or access to it was denied</source>
        <translation>钥匙串已锁定，或拒绝访问</translation>
    </message>
    <message>
        <source>the keychain is locked: it has not answered within %1 seconds</source>
        <translation>钥匙串已锁定：%1 秒内没有响应</translation>
    </message>
    <message>
        <source>there is no keychain here</source>
        <translation>这里没有钥匙串</translation>
    </message>
    <message>
        <source>no keychain can be used here (%1)</source>
        <translation>这里没有可用的钥匙串（%1）</translation>
    </message>
    <message>
        <source>no whole answer within %1 s</source>
        <translation>%1 秒内没有完整响应</translation>
    </message>
    <message>
        <source>its answer is too long</source>
        <translation>它的响应过长</translation>
    </message>
    <message>
        <source>the base URL %1</source>
        <translation>基础 URL %1</translation>
    </message>
    <message>
        <source>The gateway is shutting down.</source>
        <translation>网关正在关闭。</translation>
    </message>
    <message>
        <source>No configuration is in force.</source>
        <translation>没有生效的配置。</translation>
    </message>
    <message>
        <source>The request was not kept whole.</source>
        <translation>请求没有完整保留。</translation>
    </message>
    <message>
        <source>Only a request for a model can be sent again.</source>
        <translation>只有对模型的请求才能重新发送。</translation>
    </message>
    <message>
        <source>The request names no model.</source>
        <translation>请求没有指定模型。</translation>
    </message>
    <message>
        <source>%1 fails often: %2 of its last %3 answers, within five minutes, were errors.</source>
        <translation>%1 频繁出错：五分钟内最近 %3 次响应中有 %2 次错误。</translation>
    </message>
    <message>
        <source>All requests together have used up the budget of %1 a day: %2 are spent. It begins anew at %3.</source>
        <translation>所有请求合计已用完每日 %1 的预算：已花费 %2。将于 %3 重新开始。</translation>
    </message>
    <message>
        <source>All requests together have used up the budget of %1 a month: %2 are spent. It begins anew at %3.</source>
        <translation>所有请求合计已用完每月 %1 的预算：已花费 %2。将于 %3 重新开始。</translation>
    </message>
    <message>
        <source>The client &apos;%1&apos; has used up the budget of %2 a day: %3 are spent. It begins anew at %4.</source>
        <translation>客户端“%1”已用完每日 %2 的预算：已花费 %3。将于 %4 重新开始。</translation>
    </message>
    <message>
        <source>The client &apos;%1&apos; has used up the budget of %2 a month: %3 are spent. It begins anew at %4.</source>
        <translation>客户端“%1”已用完每月 %2 的预算：已花费 %3。将于 %4 重新开始。</translation>
    </message>
    <message>
        <source>All requests together have spent %1 of the budget of %2 a day, which begins anew at %3.</source>
        <translation>所有请求合计已花费 %1，每日预算为 %2，将于 %3 重新开始。</translation>
    </message>
    <message>
        <source>All requests together have spent %1 of the budget of %2 a month, which begins anew at %3.</source>
        <translation>所有请求合计已花费 %1，每月预算为 %2，将于 %3 重新开始。</translation>
    </message>
    <message>
        <source>The client &apos;%1&apos; has spent %2 of the budget of %3 a day, which begins anew at %4.</source>
        <translation>客户端“%1”已花费 %2，每日预算为 %3，将于 %4 重新开始。</translation>
    </message>
    <message>
        <source>The client &apos;%1&apos; has spent %2 of the budget of %3 a month, which begins anew at %4.</source>
        <translation>客户端“%1”已花费 %2，每月预算为 %3，将于 %4 重新开始。</translation>
    </message>
    <message>
        <source>The provider &apos;%1&apos; sent a redirect, which is never followed.</source>
        <translation>服务商“%1”返回了重定向（从不跟随）。</translation>
    </message>
    <message>
        <source>The provider &apos;%1&apos; sent a web page instead of an API&apos;s answer.</source>
        <translation>服务商“%1”返回的是网页而不是 API 响应。</translation>
    </message>
    <message>
        <source>The provider &apos;%1&apos; sent an event stream that was not asked for.</source>
        <translation>服务商“%1”返回了未请求的事件流。</translation>
    </message>
    <message>
        <source>The provider &apos;%1&apos; sent a whole answer where an event stream was asked for.</source>
        <translation>服务商“%1”本应返回事件流，却返回了完整响应。</translation>
    </message>
    <message>
        <source>%1 The translation left out: %2.</source>
        <translation>%1转换时略去了：%2。</translation>
    </message>
    <message>
        <source>The translation left out: %1.</source>
        <translation>转换时略去了：%1。</translation>
    </message>
    <message>
        <source>Not asked: %1</source>
        <translation>未请求：%1</translation>
    </message>
    <message>
        <source>No answer came within %1 seconds.</source>
        <translation>%1 秒内没有收到响应。</translation>
    </message>
    <message>
        <source>There is no such provider.</source>
        <translation>没有此服务商。</translation>
    </message>
    <message>
        <source>The answer holds no text.</source>
        <translation>响应中没有文本。</translation>
    </message>
    <message>
        <source>The stream broke off.</source>
        <translation>流式传输中断。</translation>
    </message>
    <message>
        <source>The answer did not come in pieces.</source>
        <translation>响应没有分段到达。</translation>
    </message>
    <message>
        <source>The stream told no token figures.</source>
        <translation>流式响应没有给出 token 数。</translation>
    </message>
    <message>
        <source>It called &apos;%1&apos; instead of the tool that there is.</source>
        <translation>它调用了“%1”，而不是所提供的工具。</translation>
    </message>
    <message>
        <source>The arguments of the call are not as the tool wants them.</source>
        <translation>调用的参数不符合工具的要求。</translation>
    </message>
    <message>
        <source>There were %1 calls in one answer instead of two.</source>
        <translation>一次响应中有 %1 个调用，而不是两个。</translation>
    </message>
    <message>
        <source>It called the tool twice for the same city.</source>
        <translation>它为同一个城市调用了两次工具。</translation>
    </message>
    <message>
        <source>It did not call the tool.</source>
        <translation>它没有调用工具。</translation>
    </message>
    <message>
        <source>The arguments of the call are not an empty object.</source>
        <translation>调用的参数不是空对象。</translation>
    </message>
    <message>
        <source>It did not see what the image shows.</source>
        <translation>它没有看出图像的内容。</translation>
    </message>
    <message>
        <source>The answer is not the JSON that was asked for.</source>
        <translation>响应不是所要求的 JSON。</translation>
    </message>
    <message>
        <source>The answer does not fit the schema.</source>
        <translation>响应不符合 schema。</translation>
    </message>
    <message>
        <source>It showed no thinking, and counted none.</source>
        <translation>它没有显示思考，也没有计入思考的 token。</translation>
    </message>
    <message>
        <source>It does not say that the token limit was met.</source>
        <translation>它没有说明已达到 token 上限。</translation>
    </message>
    <message>
        <source>The token limit was met before the answer was whole.</source>
        <translation>响应尚未完整就达到了 token 上限。</translation>
    </message>
    <message>
        <source>There is no enabled provider &apos;%1&apos;.</source>
        <translation>没有已启用的服务商“%1”。</translation>
    </message>
    <message>
        <source>no connection to %1: %2</source>
        <translation>未能连接到 %1：%2</translation>
    </message>
    <message>
        <source>no connection within %1</source>
        <translation>在 %1 内未能建立连接</translation>
    </message>
    <message>
        <source>no connection through the proxy %1 within %2</source>
        <translation>在 %2 内未能通过代理 %1 建立连接</translation>
    </message>
    <message>
        <source>nothing came within %1</source>
        <translation>在 %1 内没有收到任何内容</translation>
    </message>
    <message>
        <source>nothing came for %1</source>
        <translation>有 %1 没有收到任何内容</translation>
    </message>
    <message>
        <source>the request could not be sent: %1</source>
        <translation>请求未能发出：%1</translation>
    </message>
    <message>
        <source>what it sends is not HTTP/1.1</source>
        <translation>它发送的内容不是 HTTP/1.1</translation>
    </message>
    <message>
        <source>the framing or the compression of what it sends is broken</source>
        <translation>它发送的内容的分帧或压缩已损坏</translation>
    </message>
    <message>
        <source>the connection was closed before an answer came</source>
        <translation>在收到回答之前连接已关闭</translation>
    </message>
    <message>
        <source>the connection was closed before the answer was whole</source>
        <translation>在回答完整之前连接已关闭</translation>
    </message>
    <message>
        <source>nothing listens there</source>
        <translation>那里没有程序在监听</translation>
    </message>
    <message>
        <source>it closed the connection</source>
        <translation>对方关闭了连接</translation>
    </message>
    <message>
        <source>no way leads there</source>
        <translation>没有通往那里的路由</translation>
    </message>
    <message>
        <source>it is forbidden here, perhaps by a firewall</source>
        <translation>本机不允许，可能是防火墙所致</translation>
    </message>
    <message>
        <source>no port is free here</source>
        <translation>本机没有空闲端口</translation>
    </message>
    <message>
        <source>there is no memory left for it here</source>
        <translation>本机没有足够的内存</translation>
    </message>
    <message>
        <source>it did not answer</source>
        <translation>对方没有应答</translation>
    </message>
    <message>
        <source>too many files are open here</source>
        <translation>本机打开的文件过多</translation>
    </message>
    <message>
        <source>error %1 of the system</source>
        <translation>系统错误 %1</translation>
    </message>
    <message>
        <source>Could not resolve host: %1</source>
        <translation>无法解析主机名：%1</translation>
    </message>
    <message>
        <source>Failed to connect to %1 port %2 after %3 ms: %4</source>
        <translation>连接 %1 端口 %2 在 %3 毫秒后失败：%4</translation>
    </message>
    <message>
        <source>Couldn&apos;t connect to server</source>
        <translation>无法连接服务器</translation>
    </message>
    <message>
        <source>Could not connect to server</source>
        <translation>无法连接服务器</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
</context>
<context>
    <name>gatehouse::HeaderList</name>
    <message>
        <source>The header &quot;%1&quot; %2.</source>
        <translation>请求头“%1”%2。</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>gatehouse::HeaderTable</name>
    <message>
        <source>Extra headers</source>
        <translation>额外的请求头</translation>
    </message>
    <message>
        <source>Add a h&amp;eader</source>
        <translation>添加请求头(&amp;E)</translation>
    </message>
    <message>
        <source>Re&amp;move header</source>
        <translation>移除请求头(&amp;M)</translation>
    </message>
</context>
<context>
    <name>gatehouse::HealthRow</name>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Cooling down</source>
        <translation>冷却中</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无密钥</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>尚未请求</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>%1 秒后</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>%1 分钟后</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>%1 小时后</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 in flight</source>
        <translation>%1 个进行中</translation>
    </message>
    <message>
        <source>may be asked again now</source>
        <translation>现在可以再次请求</translation>
    </message>
    <message>
        <source>until %1 (%2)</source>
        <translation>直到 %1（%2）</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>How %1 fared by hour</source>
        <translation>%1 每小时的状况</translation>
    </message>
    <message>
        <source>Try %1 now</source>
        <translation>立即重试 %1</translation>
    </message>
    <message>
        <source>Ask it again before its wait is over</source>
        <translation>不等冷却结束就再次请求</translation>
    </message>
    <message>
        <source>Last check failed</source>
        <translation>上次检查失败</translation>
    </message>
</context>
<context>
    <name>gatehouse::HostsCard</name>
    <message>
        <source>Host names</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Host &amp;name:</source>
        <translation>主机名(&amp;N)：</translation>
    </message>
    <message>
        <source>Only 127.0.0.1 and localhost are answered.</source>
        <translation>只响应 127.0.0.1 和 localhost。</translation>
    </message>
    <message>
        <source>Add them</source>
        <translation>全部添加</translation>
    </message>
    <message>
        <source>A request that calls this machine by another name than 127.0.0.1, localhost or one of these is refused. That keeps web pages from getting in under a name of their own. Other devices need the name or address here that stands in their base URL.</source>
        <translation>请求若用 127.0.0.1、localhost 或以下名称之外的名称访问本机，会被拒绝，以防网页借自己的域名混入。其他设备的基础 URL 中所用的名称或地址必须列在这里。</translation>
    </message>
    <message>
        <source>The host name &quot;%1&quot; was removed.</source>
        <translation>已移除主机名“%1”。</translation>
    </message>
    <message>
        <source>Requests to %1 are refused until that is in this list.</source>
        <translation>在 %1 加入此列表之前，发往它的请求会被拒绝。</translation>
    </message>
</context>
<context>
    <name>gatehouse::HourStrip</name>
    <message>
        <source>no requests</source>
        <translation>没有请求</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 个请求</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 个请求</translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1，%2 个失败</translation>
    </message>
    <message>
        <source>Last 24 hours: %1</source>
        <translation>最近 24 小时：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::HoverBox</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>gatehouse::Import</name>
    <message>
        <source>Provider &quot;%1&quot;</source>
        <translation>服务商“%1”</translation>
    </message>
    <message>
        <source>Route &quot;%1&quot;</source>
        <translation>路由“%1”</translation>
    </message>
    <message>
        <source>Client &quot;%1&quot;</source>
        <translation>客户端“%1”</translation>
    </message>
    <message>
        <source>base URL</source>
        <translation>基础 URL</translation>
    </message>
    <message>
        <source>key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Order of providers</source>
        <translation>服务商顺序</translation>
    </message>
    <message>
        <source>Order of routes</source>
        <translation>路由顺序</translation>
    </message>
    <message>
        <source>Order of clients</source>
        <translation>客户端顺序</translation>
    </message>
    <message>
        <source>Default model</source>
        <translation>默认模型</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>A configuration of Gatehouse</source>
        <translation>Gatehouse 的配置</translation>
    </message>
    <message>
        <source>The models.json of the Node gateway</source>
        <translation>Node 网关的 models.json</translation>
    </message>
    <message>
        <source>The config.yaml of LiteLLM</source>
        <translation>LiteLLM 的 config.yaml</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>A key could be sent there</source>
        <translation>密钥可能会发送到那里</translation>
    </message>
    <message>
        <source>A key could be sent there: %1</source>
        <translation>密钥可能会发送到那里：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>where, problem</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>whose, field, problem</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>provider, number of its key</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>gatehouse::ImportCard</name>
    <message>
        <source>Export clients too: their names and limits, not their keys</source>
        <translation>同时导出客户端：仅名称与限制，不含密钥</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>导入与导出</translation>
    </message>
    <message>
        <source>Import takes a configuration of Gatehouse, the models.json of the Node gateway or the config.yaml of LiteLLM, and shows first what would change. A file can also be dropped here.</source>
        <translation>可导入 Gatehouse 的配置、Node 网关的 models.json 或 LiteLLM 的 config.yaml，并会先显示将有哪些变更。也可将文件拖放到此处。</translation>
    </message>
    <message>
        <source>An export never holds keys: it says only where they are looked up.</source>
        <translation>导出的文件绝不含密钥，只记录从何处查找密钥。</translation>
    </message>
    <message>
        <source>Import a configuration</source>
        <translation>导入配置</translation>
    </message>
    <message>
        <source>Configurations (*.json *.yaml *.yml)</source>
        <translation>配置 (*.json *.yaml *.yml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 cannot be imported. %2</source>
        <translation>无法导入 %1。%2</translation>
    </message>
    <message>
        <source>Export the configuration</source>
        <translation>导出配置</translation>
    </message>
    <message>
        <source>Configurations (*.json)</source>
        <translation>配置 (*.json)</translation>
    </message>
    <message>
        <source>Exported as %1. It holds no keys.</source>
        <translation>已导出为 %1，其中不含密钥。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Taken out: %1</source>
        <translation>未导出：%1</translation>
    </message>
    <message>
        <source>Nothing was exported: the configuration has values that no file can say.</source>
        <translation>未导出任何内容：配置中有无法写入文件的值。</translation>
    </message>
    <message>
        <source>%1 is the configuration itself: choose another file.</source>
        <translation>%1 就是当前配置文件，请选择其他文件。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ImportDialog</name>
    <message>
        <source>&amp;Merge: add to what is here; of what both have, the file&apos;s stands</source>
        <translation>合并(&amp;M)：添加到现有配置；两者都有的以文件为准</translation>
    </message>
    <message>
        <source>&amp;Replace: providers and routes become the file&apos;s, clients too where it has some</source>
        <translation>替换(&amp;R)：服务商和路由改用文件中的；文件含有客户端时，客户端亦然</translation>
    </message>
    <message>
        <source>I k&amp;now these hosts: keys may be sent to them</source>
        <translation>我认识这些主机(&amp;N)：可以向它们发送密钥</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Keys stored</source>
        <translation>已存储的密钥</translation>
    </message>
    <message>
        <source>%v of %m</source>
        <translation>%v / %m</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of file, its name</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>This cannot be imported: the configuration would not be valid.</source>
        <translation>无法导入：配置将会无效。</translation>
    </message>
    <message>
        <source>The configuration has changed meanwhile: look at the changes again.</source>
        <translation>配置在此期间已改变：请重新查看变更。</translation>
    </message>
    <message>
        <source>Storing the keys in %1…</source>
        <translation>正在将密钥存入“%1”…</translation>
    </message>
    <message>
        <source>Nothing was imported yet: %1 did not take the keys of %2. (%3) Unlock it and import once more, or do without them.</source>
        <translation>尚未导入任何内容：“%1”未能存入 %2 的密钥。(%3) 请将其解锁后再次导入，或不导入密钥。</translation>
    </message>
    <message>
        <source>Import &amp;without them</source>
        <translation>不含密钥导入(&amp;W)</translation>
    </message>
    <message>
        <source>Nothing was imported. %1</source>
        <translation>未导入任何内容。%1</translation>
    </message>
    <message>
        <source>%1 was imported.</source>
        <translation>已导入 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) are now in %1, and stay there when this is undone.</source>
        <translation>
            <numerusform>%n 个密钥现已存入“%1”，撤销导入后仍会保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file still holds them in plain text.</source>
        <translation>文件中仍有其明文。</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) are missing: enter them under Providers.</source>
        <translation>
            <numerusform>缺少 %n 个密钥：请在“服务商”中输入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: nothing was imported.</source>
        <translation>已停止：未导入任何内容。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ImportText</name>
    <message>
        <source>A key of the provider &quot;%1&quot; that stood in the file.</source>
        <translation>文件中服务商“%1”的一个密钥。</translation>
    </message>
    <message>
        <source>The header %1 of the provider &quot;%2&quot;, which may hold a secret.</source>
        <translation>服务商“%2”的请求头 %1，其中可能含有机密。</translation>
    </message>
    <message>
        <source>Credentials in the address of the provider &quot;%1&quot;.</source>
        <translation>服务商“%1”地址中的凭据。</translation>
    </message>
    <message>
        <source>Credentials in the proxy of the provider &quot;%1&quot;.</source>
        <translation>服务商“%1”代理中的凭据。</translation>
    </message>
    <message>
        <source>The address that alerts are sent to, which is a secret by itself.</source>
        <translation>接收提醒的地址，其本身就是机密。</translation>
    </message>
    <message>
        <source>%1: is neither ${NAME} nor keychain:provider@host.</source>
        <translation>%1：既不是 ${NAME}，也不是 keychain:provider@host。</translation>
    </message>
    <message>
        <source>%1: the present setting stays.</source>
        <translation>%1：保留现有设置。</translation>
    </message>
    <message>
        <source>is not known here; shares by weight are used instead</source>
        <translation>此处不支持；改为按权重分配</translation>
    </message>
    <message>
        <source>make a key for each application instead, under Clients or with gatehoused client add</source>
        <translation>请改为在“客户端”中或用 gatehoused client add 为每个应用创建密钥</translation>
    </message>
    <message>
        <source>The file is neither a configuration of Gatehouse, nor one of the Node gateway (config/models.json), nor of LiteLLM (it has no model_list).</source>
        <translation>文件既不是 Gatehouse 的配置，也不是 Node 网关的配置 (config/models.json)，也不是 LiteLLM 的配置（没有 model_list）。</translation>
    </message>
    <message>
        <source>The file has more than %1 models.</source>
        <translation>文件中的模型超过 %1 个。</translation>
    </message>
    <message>
        <source>only the first document of the file was read</source>
        <translation>仅读取了文件中的第一个文档</translation>
    </message>
    <message>
        <source>has no counterpart here</source>
        <translation>此处没有对应项</translation>
    </message>
    <message>
        <source>is not taken over</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>the value of %1 is not in the .env</source>
        <translation>.env 中没有 %1 的值</translation>
    </message>
    <message>
        <source>names no model, so it was left out</source>
        <translation>未指定模型，已略去</translation>
    </message>
    <message>
        <source>the service of &quot;%1&quot; cannot be called from here</source>
        <translation>此处无法调用“%1”的服务</translation>
    </message>
    <message>
        <source>is missing, so the entry was left out</source>
        <translation>缺失，已略去该条目</translation>
    </message>
    <message>
        <source>ask for %1/MODEL instead</source>
        <translation>请改为请求 %1/MODEL</translation>
    </message>
    <message>
        <source>a pattern under another name than the service&apos;s has no counterpart here</source>
        <translation>与服务名称不同的模式在此没有对应项</translation>
    </message>
    <message>
        <source>a limit of one model among several of a provider</source>
        <translation>服务商多个模型中单个模型的限制</translation>
    </message>
    <message>
        <source>fallbacks of &quot;%1&quot;: a route to the fastest has no order.</source>
        <translation>“%1”的后备：选择最快目标的路由没有顺序。</translation>
    </message>
    <message>
        <source>fallbacks of &quot;%1&quot;: &quot;%2&quot; is no model of this file.</source>
        <translation>“%1”的后备：“%2”不是此文件中的模型。</translation>
    </message>
    <message>
        <source>fallbacks of &quot;%1&quot;: it is no model of this file.</source>
        <translation>“%1”的后备：它不是此文件中的模型。</translation>
    </message>
    <message>
        <source>router_settings.model_group_alias.%1: leads to no model of this file, or is the name of one.</source>
        <translation>router_settings.model_group_alias.%1：未指向此文件中的模型，或与其中的模型同名。</translation>
    </message>
    <message>
        <source>is no provider</source>
        <translation>不是服务商</translation>
    </message>
    <message>
        <source>has no baseUrl, so the provider was left out</source>
        <translation>没有 baseUrl，已略去该服务商</translation>
    </message>
    <message>
        <source>is not known here</source>
        <translation>此处不支持</translation>
    </message>
    <message>
        <source>is no object of names and texts</source>
        <translation>不是名称与文本的对象</translation>
    </message>
    <message>
        <source>names no model; add those that the provider serves</source>
        <translation>未指定模型；请添加该服务商提供的模型</translation>
    </message>
    <message>
        <source>names no model</source>
        <translation>未指定模型</translation>
    </message>
    <message>
        <source>is in the list already</source>
        <translation>已在列表中</translation>
    </message>
    <message>
        <source>The file has no list of providers.</source>
        <translation>文件中没有服务商列表。</translation>
    </message>
    <message>
        <source>The file has more than %1 providers.</source>
        <translation>文件中的服务商超过 %1 个。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>its stored key stays with %1</source>
        <translation>其已存储的密钥仍归 %1</translation>
    </message>
    <message>
        <source>its stored key is replaced by the imported one</source>
        <translation>其已存储的密钥会被导入的密钥替换</translation>
    </message>
    <message>
        <source>its key goes into the keychain</source>
        <translation>其密钥存入钥匙串</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>dialect</source>
        <translation>请求格式</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>timeouts</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>usage in streams</source>
        <translation>流式用量</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>%1 at %2; key: %3; models: %4</source>
        <translation>%1，位于 %2；密钥：%3；模型：%4</translation>
    </message>
    <message>
        <source>may ask for %1</source>
        <translation>可请求 %1</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>what it may ask for and spend</source>
        <translation>可请求的内容和可用的花费</translation>
    </message>
    <message>
        <source>another key opens the door for it</source>
        <translation>改用另一个密钥</translation>
    </message>
    <message>
        <source>another order</source>
        <translation>顺序不同</translation>
    </message>
    <message>
        <source>from then on every application needs a key</source>
        <translation>此后所有应用都需要密钥</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>what may be spent</source>
        <translation>可用的花费</translation>
    </message>
    <message>
        <source>when and whom to tell</source>
        <translation>提醒的时机与对象</translation>
    </message>
    <message>
        <source>is told of alerts</source>
        <translation>接收提醒</translation>
    </message>
    <message>
        <source>called by the provider &quot;%1&quot;</source>
        <translation>由服务商“%1”调用</translation>
    </message>
    <message>
        <source>%1, with the key %2</source>
        <translation>%1，使用密钥 %2</translation>
    </message>
    <message>
        <source>proxy of the provider &quot;%1&quot;</source>
        <translation>服务商“%1”的代理</translation>
    </message>
    <message>
        <source>%1: a variable within a longer text; set the key of &quot;%2&quot; yourself.</source>
        <translation>%1：变量位于较长的文本中；请自行设置“%2”的密钥。</translation>
    </message>
    <message>
        <source>%1: the value of %2 is not in the .env; set %2 where the gateway runs.</source>
        <translation>%1：.env 中没有 %2 的值；请在网关运行的环境中设置 %2。</translation>
    </message>
    <message>
        <source>%1: holds characters that no key has; set the key of &quot;%2&quot; yourself.</source>
        <translation>%1：含有密钥中不会有的字符；请自行设置“%2”的密钥。</translation>
    </message>
    <message>
        <source>%1: the provider has no address that a key could be bound to.</source>
        <translation>%1：该服务商没有可绑定密钥的地址。</translation>
    </message>
    <message>
        <source>%1: may hold a secret, whose place is the provider&apos;s key.</source>
        <translation>%1：可能含有机密，应放在服务商的密钥中。</translation>
    </message>
    <message>
        <source>%1: refers to a variable, which only a key can.</source>
        <translation>%1：引用了变量，只有密钥可以这样做。</translation>
    </message>
    <message>
        <source>%1: held a user name, a password or a query, which were left out.</source>
        <translation>%1：含有用户名、密码或查询参数，已略去。</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 不是文件。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is too large.</source>
        <translation>%1 太大。</translation>
    </message>
    <message>
        <source>The file is larger than 8 MiB.</source>
        <translation>文件超过 8 MiB。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>And more that could not be carried: %1.</source>
        <translation>另有无法导入的内容：%1。</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>第 %1 行第 %2 列：%3</translation>
    </message>
    <message>
        <source>there is more in the file than any configuration needs</source>
        <translation>文件内容超出任何配置所需</translation>
    </message>
    <message>
        <source>too many levels within each other</source>
        <translation>嵌套层数过多</translation>
    </message>
    <message>
        <source>the file is not well-formed YAML here</source>
        <translation>文件此处不是格式正确的 YAML</translation>
    </message>
    <message>
        <source>an alias to something that is not there, or not complete</source>
        <translation>别名指向不存在或不完整的内容</translation>
    </message>
    <message>
        <source>a name must be a text</source>
        <translation>名称必须是文本</translation>
    </message>
    <message>
        <source>this name is there twice</source>
        <translation>此名称重复出现</translation>
    </message>
    <message>
        <source>the file is not UTF-8</source>
        <translation>文件不是 UTF-8</translation>
    </message>
    <message>
        <source>only the first %1 names were read</source>
        <translation>只读取了前 %1 个名称</translation>
    </message>
    <message>
        <source>the value of %1 in the .env is no address</source>
        <translation>.env 中 %1 的值不是有效地址</translation>
    </message>
    <message>
        <source>%1, no longer: %2</source>
        <comment>models or headers, names</comment>
        <translation>%1，不再包含：%2</translation>
    </message>
    <message>
        <source>%1 (the value of %2)</source>
        <comment>key, variable</comment>
        <translation>%1（%2 的值）</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>variable, file</comment>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>a name is longer than 1,000 characters</source>
        <translation>有名称超过 1,000 个字符</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>by weight</source>
        <translation>按权重</translation>
    </message>
    <message>
        <source>the fastest</source>
        <translation>最快者优先</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how a target is chosen, targets</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The route &quot;%1&quot;: none of its targets is left.</source>
        <translation>路由“%1”：已没有任何可用目标。</translation>
    </message>
    <message>
        <source>%1: the provider &quot;%2&quot; was left out: %3</source>
        <translation>%1：未导入服务商“%2”：%3</translation>
    </message>
</context>
<context>
    <name>gatehouse::KeyChoiceBox</name>
    <message numerus="yes">
        <source>Move the %n &amp;key(s) that the file holds in plain text into %1</source>
        <translation>
            <numerusform>将文件中的 %n 个明文密钥移入“%1”(&amp;K)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored key(s) would be replaced, which undoing the import does not take back.</source>
        <translation>
            <numerusform>将替换 %n 个已存储的密钥，撤销导入也不会还原。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the value of %2</source>
        <comment>provider, variable</comment>
        <translation>%1：%2 的值</translation>
    </message>
</context>
<context>
    <name>gatehouse::KeyEntry</name>
    <message>
        <source>Enter API key &amp;manually</source>
        <translation>手动输入 API 密钥(&amp;M)</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>显示(&amp;W)</translation>
    </message>
    <message>
        <source>K&amp;eep it for this session only</source>
        <translation>仅在本次运行期间保留(&amp;E)</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation>重试(&amp;G)</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在等待“%1”应答…</translation>
    </message>
    <message>
        <source>Locked: unlock %1, then try again. (%2)</source>
        <translation>已锁定：请先解锁“%1”，然后重试。（%2）</translation>
    </message>
    <message>
        <source>There is no keychain here to keep the key in (%1). It can be kept in memory until Gatehouse quits, or come from an environment variable.</source>
        <translation>这里没有可以存放密钥的钥匙串（%1）。密钥可以保留在内存中直到 Gatehouse 退出，或来自环境变量。</translation>
    </message>
    <message>
        <source>It will be kept in %1, never in a file.</source>
        <translation>它将保存在“%1”中，绝不写入文件。</translation>
    </message>
</context>
<context>
    <name>gatehouse::KeyField</name>
    <message>
        <source>&amp;Back to the stored key</source>
        <translation>恢复使用已存密钥(&amp;B)</translation>
    </message>
    <message>
        <source>The key was not stored, and nothing was saved. (%1)</source>
        <translation>密钥未能存储，任何更改都没有保存。（%1）</translation>
    </message>
    <message>
        <source>The other keys in the file are used.</source>
        <translation>将使用文件中的其他密钥。</translation>
    </message>
    <message>
        <source>No key is sent: this provider needs none, and ${%1} is not set now.</source>
        <translation>不发送密钥：此服务商不需要密钥，且 ${%1} 目前未设置。</translation>
    </message>
    <message>
        <source>No key is sent.</source>
        <translation>不发送密钥。</translation>
    </message>
    <message>
        <source>The key is taken from ${%1}, which is not set now. Set that variable, or enter the key here.</source>
        <translation>密钥取自 ${%1}，但它目前未设置。请设置该变量，或在此输入密钥。</translation>
    </message>
    <message>
        <source>The key is taken from ${%1}, which is set now.</source>
        <translation>密钥取自 ${%1}，它目前已设置。</translation>
    </message>
    <message>
        <source>The stored key is for %1 and is not sent anywhere else. For another host, enter its key.</source>
        <translation>已存密钥属于 %1，不会发送到别处。若是其他主机，请输入它的密钥。</translation>
    </message>
    <message>
        <source>The stored key is removed when you save.</source>
        <translation>保存时将删除已存密钥。</translation>
    </message>
    <message numerus="yes">
        <source>And %n more key(s) in the file.</source>
        <translation>
            <numerusform>文件中另有 %n 个密钥。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::KeyReferences</name>
    <message>
        <source>Enter the key, or take it from the environment.</source>
        <translation>请输入密钥，或从环境变量获取。</translation>
    </message>
    <message>
        <source>A key has no blanks in it: was something else copied with it?</source>
        <translation>密钥中不会有空白字符：是否多复制了内容？</translation>
    </message>
    <message>
        <source>This holds characters that no key may have.</source>
        <translation>包含密钥中不允许的字符。</translation>
    </message>
    <message>
        <source>This is too long for a key: at most %1 characters can be kept.</source>
        <translation>作为密钥过长：最多可保存 %1 个字符。</translation>
    </message>
</context>
<context>
    <name>gatehouse::Keychain</name>
    <message>
        <source>the system keyring</source>
        <translation>系统密钥环</translation>
    </message>
</context>
<context>
    <name>gatehouse::LimitsCard</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Appl&amp;y</source>
        <translation>应用(&amp;Y)</translation>
    </message>
    <message>
        <source>Rever&amp;t</source>
        <translation>还原(&amp;T)</translation>
    </message>
    <message>
        <source>Largest re&amp;quest:</source>
        <translation>请求大小上限(&amp;Q)：</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>&amp;Connections at once:</source>
        <translation>并发连接数(&amp;C)：</translation>
    </message>
    <message>
        <source>C&amp;heck providers every:</source>
        <translation>服务商检查间隔(&amp;H)：</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>How often providers are asked whether they answer. It costs no tokens.</source>
        <translation>多久检查一次服务商是否响应。不消耗 token。</translation>
    </message>
    <message>
        <source>Longest &amp;break for a provider:</source>
        <translation>服务商最长冷却时间(&amp;B)：</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>How long a provider that fails, or asks to wait, is left alone at most.</source>
        <translation>服务商出错或要求等待时，最长多久不再请求它。</translation>
    </message>
    <message>
        <source>&amp;Keep usage for:</source>
        <translation>用量记录保留(&amp;K)：</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
</context>
<context>
    <name>gatehouse::ListActions</name>
    <message>
        <source>That could not be saved. %1</source>
        <translation>无法保存。%1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
</context>
<context>
    <name>gatehouse::ListenerCard</name>
    <message>
        <source>Who can reach it</source>
        <translation>访问范围</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Revert</source>
        <translation>还原(&amp;R)</translation>
    </message>
    <message>
        <source>This &amp;machine only</source>
        <translation>仅本机(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Other devices on my network</source>
        <translation>网络中的其他设备(&amp;O)</translation>
    </message>
    <message>
        <source>Other devices need a client key. Add a client on the Clients page first.</source>
        <translation>其他设备需要客户端密钥。请先在“客户端”页面添加客户端。</translation>
    </message>
    <message>
        <source>Any free port</source>
        <translation>任意空闲端口</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>地址(&amp;D)：</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>端口(&amp;P)：</translation>
    </message>
    <message>
        <source>Every address of this machine</source>
        <translation>本机的所有地址</translation>
    </message>
    <message>
        <source>This machine has no network address now.</source>
        <translation>本机目前没有网络地址。</translation>
    </message>
    <message>
        <source>Other devices use %1. Each of these must be in the list of host names below.</source>
        <translation>其他设备使用 %1。它们都必须列在下方的主机名中。</translation>
    </message>
    <message>
        <source>The connection is not encrypted: whoever can watch the network can read prompts, answers and client keys. Every device that reaches this address and has a client key can spend your providers&apos; credit. Use it only in a network that you trust.</source>
        <translation>连接未加密：能监视网络的人可以读到提示词、回答和客户端密钥。任何能访问此地址且持有客户端密钥的设备，都能消耗您在服务商处的余额。请只在可信任的网络中使用。</translation>
    </message>
    <message>
        <source>It listens at %1 now: another address was given when Gatehouse was started, or it could not move.</source>
        <translation>目前监听 %1：启动 Gatehouse 时指定了其他地址，或无法切换。</translation>
    </message>
</context>
<context>
    <name>gatehouse::MainWindow</name>
    <message>
        <source>Gatehouse</source>
        <translation>Gatehouse</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>Models &amp;&amp; routes</source>
        <translation>模型与路由</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keep Gatehouse running?</source>
        <translation>让 Gatehouse 继续运行？</translation>
    </message>
    <message>
        <source>This desktop shows no tray icon. The gateway can go on in the minimised window; if it ends, applications that use it get no answers.</source>
        <translation>此桌面不显示托盘图标。网关可以在最小化的窗口中继续运行；如果退出，使用它的应用将得不到响应。</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>继续运行(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接入</translation>
    </message>
    <message>
        <source>Quit and drop what is not saved?</source>
        <translation>退出并放弃未保存的内容？</translation>
    </message>
    <message>
        <source>A dialog or the settings hold changes that were not saved or applied.</source>
        <translation>某个对话框或设置中有尚未保存或应用的更改。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ModelList</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>别名</translation>
    </message>
</context>
<context>
    <name>gatehouse::ModelTable</name>
    <message>
        <source>No models yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>Get the list from the provider, or add names by hand. Without any, apps can still ask for one as PROVIDER/MODEL.</source>
        <translation>从服务商获取列表，或手动添加名称。即使列表为空，应用仍可用 PROVIDER/MODEL 的形式请求模型。</translation>
    </message>
    <message>
        <source>Models; those that are ticked can be asked for</source>
        <translation>模型；勾选的可以被请求</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>从列表移除(&amp;R)</translation>
    </message>
    <message>
        <source>Tick all sho&amp;wn</source>
        <translation>全部勾选(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Untick all shown</source>
        <translation>全部取消勾选(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>名称的一部分</translation>
    </message>
    <message>
        <source>&amp;Find:</source>
        <translation>查找(&amp;F)：</translation>
    </message>
    <message>
        <source>%1 of %2 ticked: apps can ask for these by name.</source>
        <translation>已勾选 %1 / %2：应用可以按名称请求这些模型。</translation>
    </message>
    <message>
        <source>The alias &quot;%1&quot; %2.</source>
        <translation>别名“%1”%2。</translation>
    </message>
    <message>
        <source>The model name &quot;%1&quot; %2.</source>
        <translation>模型名“%1”%2。</translation>
    </message>
    <message>
        <source>At most %L1 models can be ticked. Pass the others on with a pattern such as o*, or ask for them as PROVIDER/MODEL.</source>
        <translation>最多可以勾选 %L1 个模型。其余模型可用 o* 这样的模式转发，或以“服务商/模型”的形式请求。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ModelsTab</name>
    <message>
        <source>&amp;Get the list</source>
        <translation>获取列表(&amp;G)</translation>
    </message>
    <message>
        <source>Asks the provider which models it has. That costs nothing.</source>
        <translation>向服务商查询有哪些模型，不产生费用。</translation>
    </message>
    <message>
        <source>Getting the list of models</source>
        <translation>正在获取模型列表</translation>
    </message>
    <message>
        <source>A name, or a pattern such as o*</source>
        <translation>名称，或 o* 之类的通配模式</translation>
    </message>
    <message>
        <source>Add &amp;by hand:</source>
        <translation>手动添加(&amp;B)：</translation>
    </message>
    <message>
        <source>Add to &amp;list</source>
        <translation>加入列表(&amp;L)</translation>
    </message>
    <message>
        <source>Stop &amp;getting it</source>
        <translation>停止获取(&amp;G)</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) were left out, which nobody could ask for.</source>
        <translation>
            <numerusform>已略去 %n 个无法请求的名称。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::NewKeyDialog</name>
    <message>
        <source>Client key</source>
        <translation>客户端密钥</translation>
    </message>
    <message>
        <source>The key of &quot;%1&quot;</source>
        <translation>“%1”的密钥</translation>
    </message>
    <message>
        <source>Copy it now: only its fingerprint is kept, so it cannot be shown again. If it gets lost, revoke it and make another.</source>
        <translation>请立即复制：只保留密钥的指纹，之后无法再次显示。如果丢失，请吊销并重新生成。</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>复制密钥</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>密钥：</translation>
    </message>
    <message>
        <source>Base URL:</source>
        <translation>基础 URL：</translation>
    </message>
    <message>
        <source>Copy base URL</source>
        <translation>复制基础 URL</translation>
    </message>
    <message>
        <source>Enter both in the app, in the place of the provider&apos;s own key and address. Programs that speak HTTP themselves send the key as &quot;Authorization: Bearer …&quot;, &quot;x-api-key&quot; or &quot;x-goog-api-key&quot;.</source>
        <translation>请在应用中填写这两项，替代服务商自己的密钥和地址。自行发送 HTTP 请求的程序，可用“Authorization: Bearer …”、“x-api-key”或“x-goog-api-key”发送密钥。</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完成(&amp;D)</translation>
    </message>
</context>
<context>
    <name>gatehouse::NewProvider</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
</context>
<context>
    <name>gatehouse::NotesList</name>
    <message>
        <source>%1: %2</source>
        <comment>kind, text</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Not carried</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>Not carried: %1</source>
        <translation>未导入：%1</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>To do: %1</source>
        <translation>待办：%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::Notice</name>
    <message>
        <source>%1 cannot be used</source>
        <translation>%1 不可用</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>%1 已恢复</translation>
    </message>
    <message>
        <source>Requests go there again.</source>
        <translation>请求会再次发往该服务商。</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>密钥被拒绝</translation>
    </message>
    <message>
        <source>%1 refuses the key that it was given.</source>
        <translation>%1 拒绝了所用的密钥。</translation>
    </message>
    <message>
        <source>Another provider took over</source>
        <translation>已切换到其他服务商</translation>
    </message>
    <message>
        <source>%1 failed, and %2 answered instead.</source>
        <translation>%1 出错，已由 %2 响应。</translation>
    </message>
    <message>
        <source>%1 makes many errors</source>
        <translation>%1 错误过多</translation>
    </message>
    <message>
        <source>The budget is nearly used up</source>
        <translation>预算即将用完</translation>
    </message>
    <message>
        <source>The budget of %1 is nearly used up</source>
        <translation>%1 的预算即将用完</translation>
    </message>
    <message>
        <source>The budget is used up</source>
        <translation>预算已用完</translation>
    </message>
    <message>
        <source>The budget of %1 is used up</source>
        <translation>%1 的预算已用完</translation>
    </message>
    <message>
        <source>Configuration refused</source>
        <translation>配置未生效</translation>
    </message>
    <message>
        <source>The file cannot be put in force as it is: %1</source>
        <translation>文件目前的内容无法生效：%1</translation>
    </message>
    <message>
        <source>Port %1 is taken</source>
        <translation>端口 %1 已被占用</translation>
    </message>
    <message>
        <source>Another program has it, so apps cannot reach Gatehouse.</source>
        <translation>它被其他程序占用，应用无法访问 Gatehouse。</translation>
    </message>
    <message>
        <source>%1 has it, so apps cannot reach Gatehouse.</source>
        <translation>它被 %1 占用，应用无法访问 Gatehouse。</translation>
    </message>
</context>
<context>
    <name>gatehouse::OriginsCard</name>
    <message>
        <source>Allowed web origins</source>
        <translation>允许的网页来源</translation>
    </message>
    <message>
        <source>&amp;Web origin:</source>
        <translation>网页来源(&amp;W)：</translation>
    </message>
    <message>
        <source>No web page may call Gatehouse.</source>
        <translation>任何网页都不能调用 Gatehouse。</translation>
    </message>
    <message>
        <source>Only web pages from these origins may call Gatehouse from a browser. An asterisk stands for any port, as in http://localhost:*.</source>
        <translation>只有来自这些来源的网页可以在浏览器中调用 Gatehouse。星号代表任意端口，例如 http://localhost:*。</translation>
    </message>
    <message>
        <source>The web origin &quot;%1&quot; was removed.</source>
        <translation>已移除网页来源“%1”。</translation>
    </message>
</context>
<context>
    <name>gatehouse::Outcome</name>
    <message>
        <source>Good</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Left by the client</source>
        <translation>客户端已离开</translation>
    </message>
</context>
<context>
    <name>gatehouse::OverviewNotes</name>
    <message>
        <source>&amp;Resume</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>Paid providers are paused: only those on this machine are asked.</source>
        <translation>付费服务商已暂停：只请求本机上的服务商。</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>继续放行</translation>
    </message>
    <message>
        <source>Lifts the budget until its period ends</source>
        <translation>在本周期结束前解除预算限制</translation>
    </message>
</context>
<context>
    <name>gatehouse::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>No provider yet</source>
        <translation>还没有服务商</translation>
    </message>
    <message>
        <source>A provider is a service, or a program on this machine, that runs models.</source>
        <translation>服务商是运行模型的在线服务或本机程序。</translation>
    </message>
    <message>
        <source>&amp;Add a provider</source>
        <translation>添加服务商(&amp;A)</translation>
    </message>
</context>
<context>
    <name>gatehouse::PlanView</name>
    <message>
        <source>Problems, and what could not be carried</source>
        <translation>问题与无法导入的内容</translation>
    </message>
    <message>
        <source>Nothing would change</source>
        <translation>不会有任何变更</translation>
    </message>
    <message>
        <source>What the file holds is here already.</source>
        <translation>文件中的内容此处均已存在。</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>将有的变更</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处变更</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Keys could go where they did not go before: %1</source>
        <translation>密钥可能会发送到以前没有发送过的地方：%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::PortDoctor</name>
    <message>
        <source>another Gatehouse</source>
        <translation>另一个 Gatehouse</translation>
    </message>
    <message>
        <source>&amp;New base URL:</source>
        <translation>新的基础 URL(&amp;N)：</translation>
    </message>
    <message>
        <source>Copy new base URL</source>
        <translation>复制新的基础 URL</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation>重试(&amp;G)</translation>
    </message>
    <message>
        <source>The port is taken</source>
        <translation>端口已被占用</translation>
    </message>
    <message>
        <source>Another program listens on port %1. Which one cannot be found out.</source>
        <translation>其他程序正在监听端口 %1，但无法查明是哪一个。</translation>
    </message>
    <message>
        <source>Port %1 is taken by %2.</source>
        <translation>端口 %1 已被 %2 占用。</translation>
    </message>
    <message>
        <source>Use &amp;port %1</source>
        <translation>使用端口 %1(&amp;P)</translation>
    </message>
    <message>
        <source>Quit that program and try again, or use another port. Apps that are set to %1 must then be changed to the new base URL.</source>
        <translation>请退出该程序后重试，或改用其他端口。改用后，已设置为 %1 的应用需要改成新的基础 URL。</translation>
    </message>
    <message>
        <source>Quit that program and try again. The port was given when Gatehouse was started (--port), so it can only be changed there.</source>
        <translation>请退出该程序后重试。端口是启动 Gatehouse 时用 --port 指定的，只能在那里更改。</translation>
    </message>
    <message>
        <source>Quit that program and try again: no other port is free.</source>
        <translation>请退出该程序后重试：没有其他空闲端口。</translation>
    </message>
    <message>
        <source>The new port could not be saved. %1</source>
        <translation>无法保存新端口。%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::PresetChooser</name>
    <message>
        <source>Name or address</source>
        <translation>名称或地址</translation>
    </message>
    <message>
        <source>&amp;Find a provider:</source>
        <translation>查找服务商(&amp;F)：</translation>
    </message>
    <message>
        <source>Known providers</source>
        <translation>已知的服务商</translation>
    </message>
</context>
<context>
    <name>gatehouse::PresetList</name>
    <message>
        <source>Found on this machine</source>
        <translation>在本机上发现</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>International</source>
        <translation>国际</translation>
    </message>
    <message>
        <source>Servers for this machine</source>
        <translation>本机服务器</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Custom provider</source>
        <translation>自定义服务商</translation>
    </message>
</context>
<context>
    <name>gatehouse::ProbeText</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>It works: an answer came in %1.</source>
        <translation>连接正常：%1内收到响应。</translation>
    </message>
    <message numerus="yes">
        <source>It works: a list of %n model(s) came in %1.</source>
        <translation>
            <numerusform>连接正常：%1内获取到 %n 个模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing at this address. Look at the base URL again.</source>
        <translation>此地址上没有内容。请检查基础 URL。</translation>
    </message>
    <message>
        <source>There is no such address or model there (HTTP %1). Look at the base URL again.</source>
        <translation>没有此地址或模型（HTTP %1）。请检查基础 URL。</translation>
    </message>
    <message>
        <source>No host is called %1. Look at the base URL again, or at the network.</source>
        <translation>找不到主机 %1。请检查基础 URL 或网络。</translation>
    </message>
    <message>
        <source>The proxy does not answer.</source>
        <translation>代理没有响应。</translation>
    </message>
    <message>
        <source>The proxy %1 does not answer.</source>
        <translation>代理 %1 没有响应。</translation>
    </message>
    <message>
        <source>The connection to %1 is not safe: its certificate cannot be trusted.</source>
        <translation>与 %1 的连接不安全：其证书不受信任。</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 未及时响应。</translation>
    </message>
    <message>
        <source>%1 cannot be reached: nothing listens there, or the way is blocked.</source>
        <translation>无法连接 %1：该处没有程序监听，或连接被阻断。</translation>
    </message>
    <message>
        <source>There is no key.</source>
        <translation>没有密钥。</translation>
    </message>
    <message>
        <source>There is no key: %1.</source>
        <translation>没有密钥：%1。</translation>
    </message>
    <message>
        <source>The key was refused.</source>
        <translation>密钥被拒绝。</translation>
    </message>
    <message>
        <source>The key is good, but its account has no credit left.</source>
        <translation>密钥有效，但账户余额已用完。</translation>
    </message>
    <message>
        <source>The provider asks to wait: too many requests with this key.</source>
        <translation>服务商要求等待：此密钥请求过多。</translation>
    </message>
    <message>
        <source>The provider refused the request (HTTP %1).</source>
        <translation>服务商拒绝了请求（HTTP %1）。</translation>
    </message>
    <message>
        <source>The provider has a fault of its own (HTTP %1). Try again later.</source>
        <translation>服务商自身发生故障（HTTP %1）。请稍后重试。</translation>
    </message>
    <message>
        <source>This is not an API: it answered with a web page.</source>
        <translation>这不是 API：返回的是网页。</translation>
    </message>
    <message>
        <source>It answers, but has no list of models. Add models by hand, and send one token to be sure of the key.</source>
        <translation>有响应，但没有模型列表。请手动添加模型，并发送一个 token 以确认密钥。</translation>
    </message>
    <message>
        <source>HTTP %1: %2</source>
        <translation>HTTP %1：%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::ProviderDialog</name>
    <message>
        <source>Edit provider</source>
        <translation>编辑服务商</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>添加服务商</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>C&amp;hoose a preset…</source>
        <translation>选择预设(&amp;H)…</translation>
    </message>
    <message>
        <source>Sets the address, the API style, the headers and the models anew.</source>
        <translation>重新设置地址、API 格式、请求头和模型。</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>预设：%1</translation>
    </message>
    <message>
        <source>Custom provider</source>
        <translation>自定义服务商</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Storing the key in %1…</source>
        <translation>正在将密钥存入“%1”…</translation>
    </message>
    <message>
        <source>That could not be saved. %1</source>
        <translation>无法保存。%1</translation>
    </message>
    <message>
        <source>Save the changes first: the self-test asks the provider as it is saved.</source>
        <translation>请先保存更改：自检按已保存的设置请求服务商。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ProviderForm</name>
    <message>
        <source>Get a key on&amp;line…</source>
        <translation>在线获取密钥(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Provider</source>
        <translation>服务商(&amp;P)</translation>
    </message>
    <message>
        <source>Mo&amp;dels</source>
        <translation>模型(&amp;D)</translation>
    </message>
    <message>
        <source>Ad&amp;vanced</source>
        <translation>高级(&amp;V)</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>The key %1.</source>
        <translation>密钥%1。</translation>
    </message>
    <message>
        <source>No program could be found that opens %1.</source>
        <translation>找不到可以打开 %1 的程序。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ProviderLook</name>
    <message>
        <source>Cooling down</source>
        <translation>冷却中</translation>
    </message>
    <message>
        <source>Cooling down until %1</source>
        <translation>冷却至 %1</translation>
    </message>
    <message>
        <source>%1 (not set)</source>
        <translation>%1（未设置）</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>Stored for another host</source>
        <translation>属于其他主机</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>仅本次运行</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>钥匙串</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>尚未请求</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无密钥</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Last check failed</source>
        <translation>上次检查失败</translation>
    </message>
</context>
<context>
    <name>gatehouse::ProvidersModel</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
</context>
<context>
    <name>gatehouse::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>The services and local servers that answer. Where several have a model, the upper one is asked first: drag a row, or press Alt+Up and Alt+Down, to change that.</source>
        <translation>提供响应的在线服务和本地服务器。多个服务商都有同一模型时，优先请求排在上面的：拖动行，或按 Alt+Up 和 Alt+Down 调整顺序。</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Duplicate…</source>
        <translation>复制(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Try now</source>
        <translation>立即重试(&amp;T)</translation>
    </message>
    <message>
        <source>Switch &amp;off</source>
        <translation>停用(&amp;O)</translation>
    </message>
    <message>
        <source>Switch &amp;on</source>
        <translation>启用(&amp;O)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was removed, with its stored key. Undoing brings back the provider only.</source>
        <translation>已移除“%1”及其已存密钥。撤销只能恢复服务商。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was removed.</source>
        <translation>已移除“%1”。</translation>
    </message>
    <message>
        <source>The stored key could not be removed from %1, and is still there. (%2)</source>
        <translation>无法从“%1”删除已存密钥，它仍在其中。（%2）</translation>
    </message>
    <message>
        <source>&amp;Self-test…</source>
        <translation>自检(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ProvidersView</name>
    <message>
        <source>No provider yet</source>
        <translation>还没有服务商</translation>
    </message>
    <message>
        <source>Add a service that you have a key for, or a server that runs on this machine.</source>
        <translation>添加您有密钥的在线服务，或在本机运行的服务器。</translation>
    </message>
    <message>
        <source>Add a provider…</source>
        <translation>添加服务商…</translation>
    </message>
    <message>
        <source>Providers, in order of priority</source>
        <translation>服务商，按优先顺序</translation>
    </message>
    <message>
        <source>%1 · Key: %2</source>
        <translation>%1 · 密钥：%2</translation>
    </message>
    <message>
        <source>Find a provider; Enter goes to the next</source>
        <translation>查找服务商；按回车键转到下一个</translation>
    </message>
</context>
<context>
    <name>gatehouse::ProxyField</name>
    <message>
        <source>As the system has it</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>使用以下代理</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>The proxy %1.</source>
        <translation>代理%1。</translation>
    </message>
</context>
<context>
    <name>gatehouse::RecordText</name>
    <message>
        <source>&lt;1 ms</source>
        <translation>&lt;1 毫秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <translation>MM-dd HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy-MM-dd</translation>
    </message>
</context>
<context>
    <name>gatehouse::Recording</name>
    <message>
        <source>&amp;Record bodies for 10 minutes</source>
        <translation>记录正文 10 分钟(&amp;R)</translation>
    </message>
    <message>
        <source>Record requests and answers for 10 minutes?</source>
        <translation>记录请求和响应 10 分钟？</translation>
    </message>
    <message>
        <source>What apps send and what models answer is kept, so that you can read it and send it again. It stays in memory and is gone when Gatehouse ends; keys are taken out. The last %1 requests are kept.</source>
        <translation>将保留应用发送的内容和模型的回答，供您查看和重新发送。它们只存在内存中，Gatehouse 退出后即消失；密钥会被去除。保留最近 %1 个请求。</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>记录(&amp;R)</translation>
    </message>
</context>
<context>
    <name>gatehouse::RecordingStrip</name>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Forget all bod&amp;ies</source>
        <translation>清除所有正文(&amp;I)</translation>
    </message>
    <message>
        <source>Requests whose bodies are kept in memory: %L1 (%2).</source>
        <translation>正文保留在内存中的请求：%L1（%2）。</translation>
    </message>
    <message>
        <source>Recording requests and answers: %1:%2 left</source>
        <translation>正在记录请求和响应：剩余 %1:%2</translation>
    </message>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>已保留 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests and answers are being recorded</source>
        <translation>正在记录请求和响应</translation>
    </message>
</context>
<context>
    <name>gatehouse::RemoveProvider</name>
    <message>
        <source>Apps can no longer use its models.</source>
        <translation>应用将无法再使用它的模型。</translation>
    </message>
    <message>
        <source>It is taken out of these routes: %1.</source>
        <translation>它将从以下路由中移除：%1。</translation>
    </message>
    <message>
        <source>These routes lead nowhere else and are removed: %1.</source>
        <translation>以下路由没有其他去向，将一并移除：%1。</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot;?</source>
        <translation>移除“%1”？</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Remove the stored key too, which another provider &amp;uses</source>
        <translation>同时删除已存密钥（另一个服务商也在使用）(&amp;U)</translation>
    </message>
    <message>
        <source>Remove the stored &amp;key too</source>
        <translation>同时删除已存密钥(&amp;K)</translation>
    </message>
</context>
<context>
    <name>gatehouse::RequestBars</name>
    <message>
        <source>Requests by hour</source>
        <translation>每小时请求数</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>gatehouse::RequestDetails</name>
    <message>
        <source>Send a&amp;gain…</source>
        <translation>重新发送(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Forget bodies</source>
        <translation>清除正文(&amp;F)</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Copy request id</source>
        <translation>复制请求 ID</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>关闭详情</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;quest</source>
        <translation>请求(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>响应(&amp;A)</translation>
    </message>
</context>
<context>
    <name>gatehouse::RequestMenu</name>
    <message>
        <source>Copy request &amp;id</source>
        <translation>复制请求 ID(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Copy details as text</source>
        <translation>将详情复制为文本(&amp;C)</translation>
    </message>
    <message>
        <source>Show only the &amp;provider %1</source>
        <translation>只显示服务商 %1(&amp;P)</translation>
    </message>
    <message>
        <source>Show only the &amp;model %1</source>
        <translation>只显示模型 %1(&amp;M)</translation>
    </message>
    <message>
        <source>Show only the c&amp;aller %1</source>
        <translation>只显示调用方 %1(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Send again…</source>
        <translation>重新发送(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Forget bodies</source>
        <translation>清除正文(&amp;F)</translation>
    </message>
</context>
<context>
    <name>gatehouse::RequestsModel</name>
    <message>
        <source>%1, a program that sent no client key</source>
        <translation>%1，未发送客户端密钥的程序</translation>
    </message>
    <message>
        <source>Estimated: the provider told no usage</source>
        <translation>估算值：服务商没有返回用量</translation>
    </message>
    <message>
        <source>The cost is not known</source>
        <translation>费用未知</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>请求的模型</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>响应方</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>调用方</translation>
    </message>
    <message>
        <source>Tokens in / out</source>
        <translation>Token 入 / 出</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>首字节</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总耗时</translation>
    </message>
</context>
<context>
    <name>gatehouse::RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>What apps asked for, who answered, and what went wrong.</source>
        <translation>应用请求了什么、由谁响应、哪里出了错。</translation>
    </message>
    <message>
        <source>All providers may be asked again.</source>
        <translation>所有服务商都可以再次请求。</translation>
    </message>
    <message>
        <source>%1 may be asked again.</source>
        <translation>可以再次请求 %1。</translation>
    </message>
</context>
<context>
    <name>gatehouse::RequestsTable</name>
    <message>
        <source>30 Nov 00:00</source>
        <translation>11-30 00:00</translation>
    </message>
    <message>
        <source>0 min 00 s</source>
        <translation>0 分 00 秒</translation>
    </message>
</context>
<context>
    <name>gatehouse::RequestsView</name>
    <message>
        <source>Reading the last requests…</source>
        <translation>正在读取最近的请求…</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>还没有请求</translation>
    </message>
    <message>
        <source>Each request that an app sends through Gatehouse appears here.</source>
        <translation>应用通过 Gatehouse 发送的每个请求都会显示在这里。</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>There are requests, but none of this kind.</source>
        <translation>有请求记录，但没有符合条件的。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message numerus="yes">
        <source>↑ %n new</source>
        <translation>
            <numerusform>↑ %n 个新请求</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ResendDialog</name>
    <message>
        <source>status %1</source>
        <translation>状态码 %1</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>发送(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Send the request again &amp;to:</source>
        <translation>将请求重新发送到(&amp;T)：</translation>
    </message>
    <message>
        <source>This is a real request: it costs what the model costs, and counts like any other. Tools that it calls are not run.</source>
        <translation>这是真实的请求：会按模型计费，也会计入用量。它调用的工具不会执行。</translation>
    </message>
    <message>
        <source>Provider/model, or a route</source>
        <translation>服务商/模型，或路由</translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation>正在等待响应</translation>
    </message>
    <message>
        <source>Nobody here serves &quot;%1&quot;.</source>
        <translation>这里没有服务商提供“%1”。</translation>
    </message>
    <message>
        <source>Waiting for %1 … %2 s</source>
        <translation>正在等待 %1 … %2 秒</translation>
    </message>
    <message>
        <source>It could not be sent. %1</source>
        <translation>无法发送。%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::RestoreDialog</name>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>Restore the configuration of %1?</source>
        <translation>恢复 %1 的配置？</translation>
    </message>
    <message>
        <source>It replaces the present one, with all providers, routes and clients. The present one is kept among the earlier versions.</source>
        <translation>它将替换当前配置，包括所有服务商、路由和客户端。当前配置会保留在较早的版本中。</translation>
    </message>
</context>
<context>
    <name>gatehouse::RouteDialog</name>
    <message>
        <source>Edit route</source>
        <translation>编辑路由</translation>
    </message>
    <message>
        <source>New route</source>
        <translation>新建路由</translation>
    </message>
    <message>
        <source>The model name that apps ask for, such as smart</source>
        <translation>应用请求的模型名，例如 smart</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>P&amp;olicy:</source>
        <translation>策略(&amp;O)：</translation>
    </message>
    <message>
        <source>The name %1.</source>
        <translation>名称%1。</translation>
    </message>
    <message>
        <source>The list of targets %1.</source>
        <translation>目标列表%1。</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Target %1: the %2 %3.</source>
        <translation>目标 %1：%2%3。</translation>
    </message>
</context>
<context>
    <name>gatehouse::RouteMenu</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 (switched off)</source>
        <translation>%1：%2（已停用）</translation>
    </message>
</context>
<context>
    <name>gatehouse::RoutesModel</name>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>gatehouse::RoutesPage</name>
    <message>
        <source>Models &amp; routes</source>
        <translation>模型与路由</translation>
    </message>
    <message>
        <source>The model names that apps can ask for. A route is a name of your own that leads to one or more providers.</source>
        <translation>应用可以请求的模型名。路由是您自定的名称，指向一个或多个服务商。</translation>
    </message>
    <message>
        <source>No routes yet</source>
        <translation>还没有路由</translation>
    </message>
    <message>
        <source>With a route, another provider takes over when the first one fails.</source>
        <translation>有了路由，首选服务商出错时会自动切换到其他服务商。</translation>
    </message>
    <message>
        <source>Names that can be called</source>
        <translation>可以调用的名称</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>&amp;New route…</source>
        <translation>新建路由(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Duplicate…</source>
        <translation>复制(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>The route &quot;%1&quot; was removed.</source>
        <translation>已移除路由“%1”。</translation>
    </message>
</context>
<context>
    <name>gatehouse::RunState</name>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Running, degraded</source>
        <translation>运行中，部分可用</translation>
    </message>
    <message>
        <source>Running, without a usable provider</source>
        <translation>运行中，没有可用的服务商</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Cannot listen</source>
        <translation>无法监听</translation>
    </message>
    <message>
        <source>Apps cannot reach their models through Gatehouse now.</source>
        <translation>应用目前无法通过 Gatehouse 访问模型。</translation>
    </message>
    <message>
        <source>There is no provider to ask yet.</source>
        <translation>还没有可以请求的服务商。</translation>
    </message>
    <message>
        <source>Apps can send their requests here.</source>
        <translation>应用可以将请求发送到这里。</translation>
    </message>
    <message>
        <source>Not every provider can be used; the others take over where they can.</source>
        <translation>并非所有服务商都可用；其他服务商会尽可能接替。</translation>
    </message>
    <message>
        <source>Every request is refused until one of the providers below can be used.</source>
        <translation>在下列服务商中有一个可用之前，所有请求都会被拒绝。</translation>
    </message>
    <message>
        <source>Requests that have begun may finish, for at most ten seconds.</source>
        <translation>已开始的请求最多还有十秒可以完成。</translation>
    </message>
</context>
<context>
    <name>gatehouse::SecretEdit</name>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>清除(&amp;C)</translation>
    </message>
</context>
<context>
    <name>gatehouse::SelfTest</name>
    <message>
        <source>d MMM</source>
        <comment>a day of this year, as QDate::toString() takes it</comment>
        <translation>M月d日</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n work</source>
        <translation>
            <numerusform>%n 项中 %1 项可用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n 项未知</numerusform>
        </translation>
    </message>
    <message>
        <source>no images</source>
        <translation>不支持图像</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between results</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>流式</translation>
    </message>
    <message>
        <source>Token figures in a stream</source>
        <translation>流式中的 token 数</translation>
    </message>
    <message>
        <source>Two tool calls at once</source>
        <translation>同时调用两个工具</translation>
    </message>
    <message>
        <source>Tools without arguments</source>
        <translation>无参数的工具</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Structured output</source>
        <translation>结构化输出</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Long tool names</source>
        <translation>长工具名称</translation>
    </message>
    <message>
        <source>Tells why it stopped</source>
        <translation>说明停止原因</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>Could not be found out</source>
        <translation>未能得知</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1 tokens</source>
        <translation>约 %1 个 token</translation>
    </message>
    <message>
        <source>cost unknown: no price is known for this model</source>
        <translation>费用未知：没有此模型的价格</translation>
    </message>
    <message>
        <source>costs nothing</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>requests, tokens, cost</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Nothing could be found out.</source>
        <translation>未能得知任何结果。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n feature(s) work.</source>
        <translation>
            <numerusform>%n 项能力中 %1 项可用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not.</source>
        <translation>
            <numerusform>%n 项不可用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be found out.</source>
        <translation>
            <numerusform>%n 项未能得知。</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests with images pass over this model.</source>
        <translation>含图像的请求会跳过此模型。</translation>
    </message>
    <message>
        <source>Requests with images may go to this model.</source>
        <translation>含图像的请求可以发往此模型。</translation>
    </message>
    <message>
        <source>Requests with images still go to this model: whether it takes them is not known.</source>
        <translation>含图像的请求仍会发往此模型：尚不知它是否接受图像。</translation>
    </message>
    <message>
        <source>Outdated: tested %1 at another address, %2. It says nothing about this provider now.</source>
        <translation>已过时：%1 在另一个地址 %2 测试，不能说明此服务商现在的情况。</translation>
    </message>
    <message>
        <source>Tested %1.</source>
        <translation>测试于 %1。</translation>
    </message>
    <message>
        <source>outdated, it was at another address</source>
        <translation>已过时，当时是另一个地址</translation>
    </message>
    <message>
        <source>Tested %1: %2 (%3)</source>
        <comment>day, result, model</comment>
        <translation>%1 测试：%2（%3）</translation>
    </message>
    <message numerus="yes">
        <source>%n more model(s) tested</source>
        <translation>
            <numerusform>另测试了 %n 个模型</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::SelfTestDialog</name>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>A model of this provider</source>
        <translation>此服务商的模型</translation>
    </message>
    <message>
        <source>Features that were asked</source>
        <translation>已请求的能力</translation>
    </message>
    <message>
        <source>%v of %m</source>
        <translation>%v / %m</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>模型(&amp;M)：</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>These are real requests, one after the other: they are charged, counted and listed like any other.</source>
        <translation>这些是依次发出的真实请求：与其他请求一样计费、计数并列出。</translation>
    </message>
    <message>
        <source>Self-test of %1</source>
        <translation>%1 自检</translation>
    </message>
    <message>
        <source>This provider was removed meanwhile.</source>
        <translation>此服务商在此期间已被移除。</translation>
    </message>
    <message>
        <source>This provider is switched off. Switch it on to test it.</source>
        <translation>此服务商已停用。请启用后再测试。</translation>
    </message>
    <message>
        <source>A pattern is not a model: enter the name of one.</source>
        <translation>模式不是模型：请输入模型名称。</translation>
    </message>
    <message>
        <source>Choose a model, or enter its name.</source>
        <translation>请选择模型，或输入其名称。</translation>
    </message>
    <message>
        <source>This model was not tested yet.</source>
        <translation>此模型尚未测试。</translation>
    </message>
    <message>
        <source>It has no bearing on requests.</source>
        <translation>对请求没有影响。</translation>
    </message>
    <message>
        <source>The test runs.</source>
        <translation>正在测试。</translation>
    </message>
    <message>
        <source>The test was stopped: nothing of it is kept.</source>
        <translation>测试已停止：结果不予保留。</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Stop the self-test?</source>
        <translation>停止自检？</translation>
    </message>
    <message>
        <source>What was asked so far is charged, but nothing of it is kept.</source>
        <translation>已发出的请求会计费，但结果不予保留。</translation>
    </message>
    <message>
        <source>&amp;Stop the test</source>
        <translation>停止测试(&amp;S)</translation>
    </message>
</context>
<context>
    <name>gatehouse::ServerText</name>
    <message>
        <source>switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>only if all others fail</source>
        <translation>仅当其他全部失败</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Nobody now: %1</source>
        <translation>目前没有：%1</translation>
    </message>
    <message>
        <source>The fastest of: %1</source>
        <translation>最快者：%1</translation>
    </message>
    <message>
        <source>By weight</source>
        <translation>按权重</translation>
    </message>
    <message>
        <source>Fastest first</source>
        <translation>最快优先</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>Requests are shared out by weight; a target of weight 0 serves only when all others fail.</source>
        <translation>请求按权重分配；权重为 0 的目标仅在其他目标全部失败时使用。</translation>
    </message>
    <message>
        <source>The target that has answered fastest of late is asked first, the others when it fails.</source>
        <translation>优先请求近期响应最快的目标，失败时再请求其他目标。</translation>
    </message>
    <message>
        <source>The first target is asked; the next one only when it fails.</source>
        <translation>请求第一个目标；失败时才请求下一个。</translation>
    </message>
</context>
<context>
    <name>gatehouse::SettingsPage</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation>请求大小上限</translation>
    </message>
    <message>
        <source>Connections at once</source>
        <translation>并发连接数</translation>
    </message>
    <message>
        <source>Web origin</source>
        <translation>网页来源</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Check providers every</source>
        <translation>服务商检查间隔</translation>
    </message>
    <message>
        <source>Longest break</source>
        <translation>最长冷却时间</translation>
    </message>
    <message>
        <source>Keep usage for</source>
        <translation>用量记录保留</translation>
    </message>
    <message>
        <source>US dollars a day</source>
        <translation>每日（美元）</translation>
    </message>
    <message>
        <source>US dollars a month</source>
        <translation>每月（美元）</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Tell when a provider fails</source>
        <translation>服务商出错时提醒</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Reset settin&amp;gs…</source>
        <translation>重置设置(&amp;G)…</translation>
    </message>
    <message>
        <source>Reset the settings on this page?</source>
        <translation>重置此页面上的设置？</translation>
    </message>
    <message>
        <source>They become what they were at first; other devices can then no longer reach Gatehouse. Providers, routes, clients and keys stay as they are.</source>
        <translation>设置将恢复为初始值，其他设备将无法再访问 Gatehouse。服务商、路由、客户端和密钥保持不变。</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>The settings could not be reset. %1</source>
        <translation>无法重置设置。%1</translation>
    </message>
    <message>
        <source>The settings are as they were at first.</source>
        <translation>设置已恢复为初始值。</translation>
    </message>
    <message>
        <source>Starting at log-in could not be turned off. %1</source>
        <translation>无法关闭登录时启动。%1</translation>
    </message>
    <message>
        <source>About…</source>
        <translation>关于…</translation>
    </message>
</context>
<context>
    <name>gatehouse::SideBar</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>gatehouse::SnippetView</name>
    <message>
        <source>Copy what belongs in %1</source>
        <translation>复制用于“%1”的内容</translation>
    </message>
</context>
<context>
    <name>gatehouse::Snippets</name>
    <message>
        <source>the environment of Zed, or the key&apos;s field in its agent settings: Zed reads no key from settings.json</source>
        <translation>Zed 的环境变量，或其 Agent 设置中的密钥栏：Zed 不从 settings.json 读取密钥</translation>
    </message>
    <message>
        <source>a terminal</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Cline&apos;s settings → API Configuration</source>
        <translation>Cline 的设置 → API Configuration</translation>
    </message>
    <message>
        <source>Settings → Tools → AI Assistant → Providers &amp; API keys → Third-party AI providers</source>
        <translation>Settings → Tools → AI Assistant → Providers &amp; API keys → Third-party AI providers</translation>
    </message>
    <message>
        <source>a terminal, with Docker. From a container this machine is host.docker.internal: the gateway has to listen beyond 127.0.0.1, and needs that name among its allowed hosts</source>
        <translation>终端（使用 Docker）。在容器中，本机的名称是 host.docker.internal：网关须监听 127.0.0.1 以外的地址，并将该名称列入允许的主机名</translation>
    </message>
    <message>
        <source>Admin Panel → Settings → Connections → OpenAI API (what is saved there goes before the variables)</source>
        <translation>Admin Panel → Settings → Connections → OpenAI API（其中保存的设置优先于变量）</translation>
    </message>
</context>
<context>
    <name>gatehouse::StartupCard</name>
    <message>
        <source>Start Gatehouse, in the tray, when I log &amp;in</source>
        <translation>登录时在托盘中启动 Gatehouse(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Start the gateway when Gatehouse starts</source>
        <translation>Gatehouse 启动时启动网关(&amp;S)</translation>
    </message>
    <message>
        <source>Show noti&amp;fications</source>
        <translation>显示通知(&amp;F)</translation>
    </message>
    <message>
        <source>When a provider goes down or is back or makes many errors, another one took over, a key is refused, or a budget is nearly or wholly used up.</source>
        <translation>当服务商不可用、已恢复或错误过多，已切换到其他服务商，密钥被拒绝，或预算即将用完、已用完时。</translation>
    </message>
    <message>
        <source>Start and notifications</source>
        <translation>启动与通知</translation>
    </message>
    <message>
        <source>That could not be changed. %1</source>
        <translation>无法更改。%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::StateCard</name>
    <message>
        <source>&amp;Base URL:</source>
        <translation>基础 URL(&amp;B)：</translation>
    </message>
    <message>
        <source>Copy base URL</source>
        <translation>复制基础 URL</translation>
    </message>
    <message>
        <source>&amp;OpenAI-style apps:</source>
        <translation>OpenAI 格式的应用(&amp;O)：</translation>
    </message>
    <message>
        <source>Copy base URL with /v1</source>
        <translation>复制带 /v1 的基础 URL</translation>
    </message>
    <message>
        <source>Most apps that ask for an OpenAI base URL want it with /v1.</source>
        <translation>大多数要求填写 OpenAI 基础 URL 的应用需要带 /v1。</translation>
    </message>
    <message>
        <source>&amp;Try it:</source>
        <translation>试一试(&amp;T)：</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Requests in flight:</source>
        <translation>进行中的请求：</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Start again</source>
        <translation>重新启动(&amp;S)</translation>
    </message>
</context>
<context>
    <name>gatehouse::StoredKey</name>
    <message>
        <source>Try a&amp;gain</source>
        <translation>重试(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>更换(&amp;R)…</translation>
    </message>
    <message>
        <source>Remove &amp;key</source>
        <translation>删除密钥(&amp;K)</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在等待“%1”应答…</translation>
    </message>
    <message>
        <source>Stored in %1.</source>
        <translation>已存储在“%1”中。</translation>
    </message>
    <message>
        <source>No longer in %1: enter the key again.</source>
        <translation>已不在“%1”中：请重新输入密钥。</translation>
    </message>
    <message>
        <source>Locked: unlock %1, then try again. (%2)</source>
        <translation>已锁定：请先解锁“%1”，然后重试。（%2）</translation>
    </message>
    <message>
        <source>There is no keychain here that could hold it. (%1)</source>
        <translation>这里没有可以存放它的钥匙串。（%1）</translation>
    </message>
    <message>
        <source>Kept for this session only: it is gone when Gatehouse quits.</source>
        <translation>仅在本次运行期间保留：Gatehouse 退出后即消失。</translation>
    </message>
</context>
<context>
    <name>gatehouse::SummaryRow</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>count and share</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>入 %1，出 %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Requests whose cost is not known: %L1.</source>
        <translation>费用未知的请求：%L1。</translation>
    </message>
    <message>
        <source>Requests whose tokens are a guess: %L1.</source>
        <translation>token 数为估算的请求：%L1。</translation>
    </message>
</context>
<context>
    <name>gatehouse::TargetsEditor</name>
    <message>
        <source>Targets, in order</source>
        <translation>目标，按顺序</translation>
    </message>
    <message>
        <source>Drag a target, or press Alt+Up and Alt+Down, to change the order.</source>
        <translation>拖动目标，或按 Alt+Up 和 Alt+Down 调整顺序。</translation>
    </message>
    <message>
        <source>As the provider calls it</source>
        <translation>与服务商使用的名称一致</translation>
    </message>
    <message>
        <source>&amp;Provider:</source>
        <translation>服务商(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>模型(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Weight:</source>
        <translation>权重(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Add target</source>
        <translation>添加目标(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
</context>
<context>
    <name>gatehouse::TargetsModel</name>
    <message>
        <source>Provider</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>%1 (switched off)</source>
        <translation>%1（已停用）</translation>
    </message>
</context>
<context>
    <name>gatehouse::TestPanel</name>
    <message>
        <source>Test &amp;connection</source>
        <translation>测试连接(&amp;C)</translation>
    </message>
    <message>
        <source>Send &amp;one token (this one costs)</source>
        <translation>发送一个 token（会计费）(&amp;O)</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>正在测试</translation>
    </message>
    <message>
        <source>Model to ask for one token</source>
        <translation>用来请求一个 token 的模型</translation>
    </message>
    <message>
        <source>A model of this provider</source>
        <translation>此服务商的模型</translation>
    </message>
    <message>
        <source>Stop the &amp;check</source>
        <translation>停止测试(&amp;C)</translation>
    </message>
    <message>
        <source>Self-test…</source>
        <translation>自检…</translation>
    </message>
    <message>
        <source>Finds out what a model of this provider can do.</source>
        <translation>测试此服务商的模型有哪些能力。</translation>
    </message>
</context>
<context>
    <name>gatehouse::TimingForm</name>
    <message>
        <source>Time-outs and retries</source>
        <translation>超时与重试</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>To co&amp;nnect:</source>
        <translation>连接(&amp;N)：</translation>
    </message>
    <message>
        <source>To the &amp;first byte:</source>
        <translation>到首字节(&amp;F)：</translation>
    </message>
    <message>
        <source>Longest &amp;gap in an answer:</source>
        <translation>响应中的最长间隔(&amp;G)：</translation>
    </message>
    <message>
        <source>Tr&amp;ies, the first included:</source>
        <translation>尝试次数，含首次(&amp;I)：</translation>
    </message>
    <message>
        <source>First &amp;wait between tries:</source>
        <translation>首次重试等待(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Longest wait between tries:</source>
        <translation>重试最长等待(&amp;L)：</translation>
    </message>
</context>
<context>
    <name>gatehouse::TodayCard</name>
    <message>
        <source>No requests in the last 24 hours.</source>
        <translation>最近 24 小时没有请求。</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>输入 token</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>输出 token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>The usage store could not be asked: %1</source>
        <translation>无法查询用量记录：%1</translation>
    </message>
    <message>
        <source>Requests whose cost is not known: %1.</source>
        <translation>费用未知的请求：%1。</translation>
    </message>
    <message>
        <source>Waiting to be written: %1.</source>
        <translation>等待写入：%1。</translation>
    </message>
    <message>
        <source>Lost since the start: %1.</source>
        <translation>启动以来丢失：%1。</translation>
    </message>
</context>
<context>
    <name>gatehouse::TrayIcon</name>
    <message>
        <source>The budget is used up</source>
        <translation>预算已用完</translation>
    </message>
    <message>
        <source>The budget of %1 is used up</source>
        <translation>%1 的预算已用完</translation>
    </message>
    <message>
        <source>Gatehouse: %1</source>
        <translation>Gatehouse：%1</translation>
    </message>
    <message>
        <source>Requests in flight: %1</source>
        <translation>进行中的请求：%1</translation>
    </message>
    <message>
        <source>Usage cannot be written to disk</source>
        <translation>用量无法写入磁盘</translation>
    </message>
    <message>
        <source>That could not be saved</source>
        <translation>无法保存</translation>
    </message>
</context>
<context>
    <name>gatehouse::TrayMenu</name>
    <message>
        <source>&amp;Copy base URL</source>
        <translation>复制基础 URL(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Pause paid providers</source>
        <translation>暂停付费服务商(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Open Gatehouse…</source>
        <translation>打开 Gatehouse(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Routes</source>
        <translation>路由(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;About Gatehouse…</source>
        <translation>关于 Gatehouse(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>gatehouse::UsageChart</name>
    <message>
        <source>Usage over time</source>
        <translation>用量趋势</translation>
    </message>
</context>
<context>
    <name>gatehouse::UsageChoices</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Time to first byte</source>
        <translation>首字节时间</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>错误率</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>&amp;Range:</source>
        <translation>范围(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>从(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;To:</source>
        <translation>到(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>显示(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;By:</source>
        <translation>分组(&amp;B)：</translation>
    </message>
</context>
<context>
    <name>gatehouse::UsagePage</name>
    <message>
        <source>%1 k</source>
        <comment>thousands</comment>
        <translation>%1 k</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1 bn</source>
        <comment>thousands of millions</comment>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Input, not cached</source>
        <translation>输入，未缓存</translation>
    </message>
    <message>
        <source>Input, cached</source>
        <translation>输入，已缓存</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Median (p50)</source>
        <translation>中位数（p50）</translation>
    </message>
    <message>
        <source>Slowest 5 % (p95)</source>
        <translation>最慢的 5 %（p95）</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>错误率</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>%1, p95</source>
        <translation>%1，p95</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Export usage</source>
        <translation>导出用量</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>measure, time</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <comment>measure, key, time</comment>
        <translation>%1，按%2，%3</translation>
    </message>
    <message>
        <source>No provider</source>
        <translation>无服务商</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>What was asked, what it cost, and how well it was answered.</source>
        <translation>请求了多少、花费多少、响应得怎么样。</translation>
    </message>
    <message>
        <source>Reading usage</source>
        <translation>正在读取用量</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>还没有请求</translation>
    </message>
    <message>
        <source>Point an app at the gateway&apos;s address, which stands on the Overview page. What it asks for is counted here.</source>
        <translation>将应用指向网关地址（见“概览”页面），它的请求会统计在这里。</translation>
    </message>
    <message>
        <source>No requests in this range</source>
        <translation>此范围内没有请求</translation>
    </message>
    <message>
        <source>There were none on these days, or none with these filters.</source>
        <translation>这些日期没有请求，或没有符合筛选条件的请求。</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>显示(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Export CSV…</source>
        <translation>导出 CSV(&amp;E)…</translation>
    </message>
    <message>
        <source>Copy as &amp;picture</source>
        <translation>复制为图片(&amp;P)</translation>
    </message>
    <message>
        <source>The chart is on the clipboard.</source>
        <translation>图表已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The usage cannot be read: %1</source>
        <translation>无法读取用量：%1</translation>
    </message>
    <message>
        <source>Remove &amp;all filters</source>
        <translation>清除所有筛选(&amp;A)</translation>
    </message>
    <message>
        <source>Sho&amp;w the last 30 days</source>
        <translation>显示最近 30 天(&amp;W)</translation>
    </message>
</context>
<context>
    <name>gatehouse::UsageStore</name>
    <message>
        <source>another version of the program has written it</source>
        <translation>它由程序的其他版本写入</translation>
    </message>
    <message>
        <source>The usage database cannot be read: %1.</source>
        <translation>无法读取用量数据库：%1。</translation>
    </message>
    <message>
        <source>there is no file %1</source>
        <translation>没有文件 %1</translation>
    </message>
    <message>
        <source>another program keeps it locked</source>
        <translation>它被其他程序锁定</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>its file or its folder is read-only, or was taken away</source>
        <translation>它的文件或文件夹只读，或已被移走</translation>
    </message>
    <message>
        <source>the disk does not take it</source>
        <translation>磁盘写入失败</translation>
    </message>
    <message>
        <source>its file cannot be opened: is its folder there, and may it be written to?</source>
        <translation>无法打开它的文件：请检查文件夹是否存在且可写</translation>
    </message>
    <message>
        <source>its file is damaged</source>
        <translation>它的文件已损坏</translation>
    </message>
    <message>
        <source>its file cannot be read, and cannot be given another name either</source>
        <translation>它的文件无法读取，也无法重命名</translation>
    </message>
    <message>
        <source>The usage database was written by a newer version. It was kept as %1, and a new one begun.</source>
        <translation>用量数据库由较新的版本写入。已将其保留为 %1，并新建了一个。</translation>
    </message>
    <message>
        <source>The usage database could not be read. It was kept as %1, and a new one begun.</source>
        <translation>用量数据库无法读取。已将其保留为 %1，并新建了一个。</translation>
    </message>
    <message>
        <source>The usage database is not open yet.</source>
        <translation>用量数据库尚未打开。</translation>
    </message>
    <message>
        <source>Requests cannot be recorded: %1.</source>
        <translation>无法记录请求：%1。</translation>
    </message>
</context>
<context>
    <name>gatehouse::UsageTableModel</name>
    <message>
        <source>Half of the answers began sooner than this.</source>
        <translation>一半的响应比这更早开始。</translation>
    </message>
    <message>
        <source>95 of 100 answers began sooner than this.</source>
        <translation>95 % 的响应比这更早开始。</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>错误率</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>输入 token</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>已缓存</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>输出 token</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>First byte p50</source>
        <translation>首字节 p50</translation>
    </message>
    <message>
        <source>First byte p95</source>
        <translation>首字节 p95</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Requests whose cost is not known: %L1.</source>
        <translation>费用未知的请求：%L1。</translation>
    </message>
    <message>
        <source>Requests whose tokens are a guess: %L1.</source>
        <translation>token 数为估算的请求：%L1。</translation>
    </message>
</context>
<context>
    <name>gatehouse::UsageTableView</name>
    <message>
        <source>Usage as a table</source>
        <translation>用量表格</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>gatehouse::UsageToday</name>
    <message>
        <source>%1 k</source>
        <comment>thousands</comment>
        <translation>%1 k</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1 bn</source>
        <comment>thousands of millions</comment>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>Today&apos;s usage is not known</source>
        <translation>今日用量未知</translation>
    </message>
    <message>
        <source>Today: no requests yet</source>
        <translation>今日：还没有请求</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 个请求</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 个请求</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 token</translation>
    </message>
    <message>
        <source>Today: %1</source>
        <translation>今日：%1</translation>
    </message>
    <message>
        <source>Usage cannot be written to disk. Requests go on.</source>
        <translation>用量无法写入磁盘。请求不受影响。</translation>
    </message>
    <message>
        <source>Usage cannot be written to disk: %1 Requests go on.</source>
        <translation>用量无法写入磁盘：%1 请求不受影响。</translation>
    </message>
    <message>
        <source>Some requests could not be recorded.</source>
        <translation>部分请求未能记录。</translation>
    </message>
</context>
<context>
    <name>gatehouse::UsdField</name>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>gatehouse::VersionsCard</name>
    <message>
        <source>None yet: each time the configuration is changed here, the one before is kept.</source>
        <translation>还没有：每次在此更改配置时，会保留之前的版本。</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>较早的版本</translation>
    </message>
    <message>
        <source>Restore this &amp;version…</source>
        <translation>恢复此版本(&amp;V)…</translation>
    </message>
    <message>
        <source>The configuration of %1 is in force again.</source>
        <translation>%1 的配置已重新生效。</translation>
    </message>
    <message>
        <source>It could not be restored. %1</source>
        <translation>无法恢复。%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::VersionsModel</name>
    <message>
        <source>Saved</source>
        <translation>保存时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>gatehouse::Waterfall</name>
    <message>
        <source>In Gatehouse</source>
        <translation>Gatehouse 内部</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>等待重试</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Waiting for the first byte</source>
        <translation>等待首字节</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>响应中</translation>
    </message>
    <message>
        <source>Gatehouse</source>
        <translation>Gatehouse</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::WaterfallView</name>
    <message>
        <source>Where the time went</source>
        <translation>耗时分布</translation>
    </message>
    <message>
        <source>Gatehouse</source>
        <translation>Gatehouse</translation>
    </message>
    <message>
        <source>%1: %2 (from %3 to %4)</source>
        <translation>%1：%2（从 %3 到 %4）</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
</context>
<context>
    <name>gatehouse::WindowNotes</name>
    <message>
        <source>S&amp;top recording</source>
        <translation>停止记录(&amp;T)</translation>
    </message>
    <message>
        <source>Open the &amp;file</source>
        <translation>打开文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Earlier versions</source>
        <translation>较早的版本(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Move into the keychain</source>
        <translation>移入钥匙串(&amp;M)</translation>
    </message>
    <message>
        <source>The configuration file cannot be put in force as it is. %1</source>
        <translation>配置文件目前的内容无法生效。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) stand in the configuration file in plain text. They belong in the keychain of your system.</source>
        <translation>
            <numerusform>配置文件中有 %n 个明文密钥。它们应放在系统的钥匙串中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests and answers are being recorded in memory, until %1.</source>
        <translation>正在内存中记录请求和响应，直到 %1。</translation>
    </message>
    <message>
        <source>The keys could not be moved: %1</source>
        <translation>无法移动密钥：%1</translation>
    </message>
    <message>
        <source>This desktop shows no tray icons, so this window is where Gatehouse is controlled. On GNOME the extension AppIndicator brings them.</source>
        <translation>此桌面不显示托盘图标，请在此窗口中控制 Gatehouse。在 GNOME 上可安装 AppIndicator 扩展来显示托盘图标。</translation>
    </message>
    <message numerus="yes">
        <source>%n application(s) that you set up ask another address, or with a key that is not taken.</source>
        <translation>
            <numerusform>有 %n 个已接入的应用仍请求旧地址，或使用了无效的密钥。</numerusform>
        </translation>
    </message>
    <message>
        <source>U&amp;pdate them…</source>
        <translation>更新(&amp;P)…</translation>
    </message>
    <message>
        <source>No program could be found that opens %1.</source>
        <translation>找不到可以打开 %1 的程序。</translation>
    </message>
    <message>
        <source>Use &amp;port %1</source>
        <translation>使用端口 %1(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Keep port %1</source>
        <translation>保留端口 %1(&amp;K)</translation>
    </message>
    <message>
        <source>The settings are in force, but for the new address. %1</source>
        <translation>除新地址外，设置均已生效。%1</translation>
    </message>
    <message>
        <source>The port could not be saved. %1</source>
        <translation>端口未能保存。%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::listed</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>gatehouse::moveKeys</name>
    <message>
        <source>The provider &quot;%1&quot; has no base URL that a key could be bound to.</source>
        <translation>服务商“%1”没有可以绑定密钥的基础 URL。</translation>
    </message>
</context>
</TS>
