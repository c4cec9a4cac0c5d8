package io.tradinggym.examples.lessons.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkdownTest {
  @Test
  void headingsListsAndEmphasis() {
    assertThat(Markdown.html("# A & B\n\nOne **two** *three* `x < y`\nfour\n\n- a\n- [b](c)"))
        .isEqualTo(
            "<h1>A &amp; B</h1>\n<p>One <strong>two</strong> <em>three</em> <code>x &lt; y</code>"
                + " four</p>\n<ul>\n<li>a</li>\n<li><a href=\"c\">b</a></li>\n</ul>\n");
  }

  @Test
  void tablesAndCode() {
    assertThat(Markdown.html("| a | b |\n|---|---|\n| 1 | 2 |"))
        .contains("<tr><th>a</th><th>b</th></tr>", "<tr><td>1</td><td>2</td></tr>");
    assertThat(Markdown.html("```\na < b\n\nc\n```"))
        .isEqualTo("<pre><code>a &lt; b\n\nc</code></pre>\n");
  }

  @Test
  void formulasAreMathMl() {
    assertThat(Markdown.html("$$\\frac{a_1}{2}$$"))
        .isEqualTo(
            "<math display=\"block\"><mrow><mfrac><mrow><msub><mi>a</mi><mn>1</mn></msub></mrow>"
                + "<mrow><mn>2</mn></mrow></mfrac></mrow></math>\n");
    assertThat(Formula.html("\\sum_{i=1}^n x_i^2", false))
        .contains("<munderover><mo>∑</mo>", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>");
  }

  @Test
  void whatIsNotKnownInAFormulaIsRefused() {
    assertThatThrownBy(() -> Formula.html("\\unknown", false))
        .hasMessage("\\unknown is not known, in \\unknown");
    assertThatThrownBy(() -> Formula.html("{a", false)).hasMessageContaining("not closed");
    assertThatThrownBy(() -> Formula.html("a}", false)).hasMessageContaining("too many");
  }
}
