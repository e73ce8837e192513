<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>gatehouse::ChartLegend</name>
    <message numerus="yes">
        <source>%Ln more in the table</source>
        <translation>
            <numerusform>%Ln more in the table</numerusform>
            <numerusform>%Ln more in the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ClientsPage</name>
    <message numerus="yes">
        <source>All %n client key(s) are removed. From then on every program on this machine may call without a key.</source>
        <translation>
            <numerusform>%n client key is removed. From then on every program on this machine may call without a key.</numerusform>
            <numerusform>All %n client keys are removed. From then on every program on this machine may call without a key.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ConnectPage</name>
    <message numerus="yes">
        <source>%n application(s) that you set up ask another address, or with a key that is not taken.</source>
        <translation>
            <numerusform>%n application that you set up asks another address, or with a key that is not taken.</numerusform>
            <numerusform>%n applications that you set up ask another address, or with a key that is not taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ImportDialog</name>
    <message numerus="yes">
        <source>%n key(s) are now in %1, and stay there when this is undone.</source>
        <translation>
            <numerusform>%n key is now in %1, and stays there when this is undone.</numerusform>
            <numerusform>%n keys are now in %1, and stay there when this is undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) are missing: enter them under Providers.</source>
        <translation>
            <numerusform>%n key is missing: enter it under Providers.</numerusform>
            <numerusform>%n keys are missing: enter them under Providers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::KeyChoiceBox</name>
    <message numerus="yes">
        <source>Move the %n &amp;key(s) that the file holds in plain text into %1</source>
        <translation>
            <numerusform>Move the %n &amp;key that the file holds in plain text into %1</numerusform>
            <numerusform>Move the %n &amp;keys that the file holds in plain text into %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored key(s) would be replaced, which undoing the import does not take back.</source>
        <translation>
            <numerusform>%n stored key would be replaced, which undoing the import does not take back.</numerusform>
            <numerusform>%n stored keys would be replaced, which undoing the import does not take back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::KeyField</name>
    <message numerus="yes">
        <source>And %n more key(s) in the file.</source>
        <translation>
            <numerusform>And %n more key in the file.</numerusform>
            <numerusform>And %n more keys in the file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ModelsTab</name>
    <message numerus="yes">
        <source>%n name(s) were left out, which nobody could ask for.</source>
        <translation>
            <numerusform>%n name was left out, which nobody could ask for.</numerusform>
            <numerusform>%n names were left out, which nobody could ask for.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::PlanView</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ProbeText</name>
    <message numerus="yes">
        <source>It works: a list of %n model(s) came in %1.</source>
        <translation>
            <numerusform>It works: a list of %n model came in %1.</numerusform>
            <numerusform>It works: a list of %n models came in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ProviderLook</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::RecordingStrip</name>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>%n kept</numerusform>
            <numerusform>%n kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::RequestsView</name>
    <message numerus="yes">
        <source>↑ %n new</source>
        <translation>
            <numerusform>↑ %n new</numerusform>
            <numerusform>↑ %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::SelfTest</name>
    <message numerus="yes">
        <source>%1 of %n work</source>
        <translation>
            <numerusform>%1 of %n works</numerusform>
            <numerusform>%1 of %n work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n feature(s) work.</source>
        <translation>
            <numerusform>%1 of %n feature works.</numerusform>
            <numerusform>%1 of %n features work.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not.</source>
        <translation>
            <numerusform>%n does not.</numerusform>
            <numerusform>%n do not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be found out.</source>
        <translation>
            <numerusform>%n could not be found out.</numerusform>
            <numerusform>%n could not be found out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more model(s) tested</source>
        <translation>
            <numerusform>%n more model tested</numerusform>
            <numerusform>%n more models tested</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::WindowNotes</name>
    <message numerus="yes">
        <source>%n key(s) stand in the configuration file in plain text. They belong in the keychain of your system.</source>
        <translation>
            <numerusform>%n key stands in the configuration file in plain text. It belongs in the keychain of your system.</numerusform>
            <numerusform>%n keys stand in the configuration file in plain text. They belong in the keychain of your system.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n application(s) that you set up ask another address, or with a key that is not taken.</source>
        <translation>
            <numerusform>%n application that you set up asks another address, or with a key that is not taken.</numerusform>
            <numerusform>%n applications that you set up ask another address, or with a key that is not taken.</numerusform>
        </translation>
    </message>
</context>
</TS>
