namespace Digest.Tests.Rendering;

/// <summary>What an article may hold to break an output: markup, script, style, XML, JSON, mail headers, direction marks, template syntax.</summary>
internal static class HostileStrings
{
    private static readonly string[] Closers = ["", "\"", "'", "-->", "]]>", "</script>", "</style>", "</td></tr></table>", "</title>", "</p></blockquote>"];

    private static readonly string[] Payloads =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<iframe src=javascript:alert(1)>", "<style>*{display:none}</style>",
        "<a href=\"javascript:alert(1)\">x</a>", "<meta http-equiv=refresh content=0>", "<base href=//evil.example>", "<form action=//evil.example><input>",
        "<h1>FAKE</h1>", "<mark id=\"p1-1\">fake</mark>", "<!--", "<![CDATA[x", "<?xml version=\"1.0\"?>", "<math><mtext></p><img src onerror=alert(1)>",
    ];

    private static readonly string[] Others =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", "//evil.example/x",
        "https://user:pass@evil.example/", "http://[::1", "https:///x", "file:///etc/passwd", "mailto:a@b?bcc=c@d", "ftp://evil.example/",
        "\" onmouseover=\"alert(1)", "' onfocus='alert(1)' autofocus='", "x onclick=alert(1) y", "` onload=`alert(1)`", "\"><script>alert(1)</script>", "\\\"><b>",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "&amp;amp;", "&copy;&nbsp;&bogus;", "&#x202E;", "&", "<", ">", "\"", "'",
        "expression(alert(1))", "url(javascript:alert(1))", "}body{background:red", "*/ body{display:none} /*", "@import url(//evil.example);", "</style><style>",
        "{{ 1 + 1 }}", "{{ digest.headline }}", "{{ include \"page.html\" }}", "{%{ x }%}", "{{ for x in digest.stories }}", "}} {{", "{{- end -}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{% raw %}", "$1 $2",
        "]]></content:encoded><item>", "<!DOCTYPE x [<!ENTITY a \"b\">]>&a;", "<!ENTITY % x SYSTEM \"file:///etc/passwd\">", "</entry></feed>", "<?php echo 1 ?>", "xmlns:x=\"y\"",
        "\",\"headline\":\"forged\"", "\"}]}", "\\u0022", "\\", "\\n", "\\\\\"", "{\"a\":1}", "null", "true", "NaN", "__proto__", "constructor",
        "line one\r\nBcc: victim@example.org", "line\nSubject: forged", "\r\n\r\n<html>", "a\rb", "a\n.\nb", ".", "From nobody", "--=_boundary--", "=_", "=?utf-8?B?QQ==?=", "=?utf-8?Q?=41?=", "=41=42", "a=\r\nb", "%0d%0aBcc:x", "a\u2028b", "a\u2029b", "a\u0085b", "tab\there",
        "\u202Eevil\u202C", "\u202Eunclosed", "\u2066isolate", "\u2067\u2067\u2067deep", "\u2069\u2069", "\u202C", "\u200Fright", "a\u200Bb\u200Db\uFEFFc", "\u061Cmark",
        "nul\0here", "bell\u0007", "esc\u001B[31mred", "del\u007F", "c1\u009B", "\uD800lone", "lone\uDC00", "\uDC00\uD800", "\uFFFE", "\uFFFF", "\uFFFD", "😀👩‍👩‍👧‍👦", "e\u0301\u0301\u0301\u0301", "Ｆｕｌｌ", "ﷺ", "日本語", "العربية", "עברית",
        "../../etc/passwd", "..\\..\\x", "C:\\con", "a;b|c&d`e`$(f)", "=cmd|'/c calc'!A1", "+1+1", "@SUM(1)", "-2+3", "' OR 1=1 --", "'; DROP TABLE x;--",
        "0", "-1", "1e309", "999999999999999999999", "8 killed", "[1, 2]", "…", "“nested ”quotes“", "''", "\"\"", "‘’", "«»", "%s%n%x", "%00", "{0}", "{0:C}",
        "   leading and trailing   ", "a  b   c", " ", "--", "---", "#p1-1", "id=\"cd-main\"", "class='cd-notice'", "</html>", "</body></html>", "<br>", "<p>", "<>", "< b >", "<a", "<a href=", "<!", "</", "<a/b/c", "&lt", "&#", "&#x", "&#0;", "&#xD800;",
    ];

    public static IReadOnlyList<string> All { get; } =
        [.. Closers.SelectMany(closer => Payloads.Select(payload => closer + payload)), .. Others, new('A', 900), string.Concat(Enumerable.Repeat("<b>", 50)), string.Concat(Enumerable.Repeat("word ", 150))];
}
