package io.tradinggym.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What every page of a simulated market owes its readers: the word in the head and on each chart, and no dates. */
public final class Marked {
  private static final Pattern DATE =
      Pattern.compile("\\b\\d{1,2} [A-Z][a-z]{2} \\d{4}\\b|\\b\\d{4}-\\d\\d-\\d\\d\\b");

  private Marked() {}

  /** Checks head and charts. */
  public static void simulated(String page) {
    assertThat(page.substring(0, page.indexOf("</header>")))
        .contains("<span class=\"source\">SIMULATED");
    List<String> charts = Arrays.stream(page.split("<svg class=\"chart\"")).skip(1).toList();
    assertThat(charts)
        .isNotEmpty()
        .allSatisfy(
            chart ->
                assertThat(chart.substring(0, chart.indexOf("</svg>")))
                    .containsPattern("class=\"badge\"[^>]*>SIMULATED"));
  }

  /** Checks a page that has no dates of its own, such as those of a crash. */
  public static void undated(String page) {
    simulated(page);
    assertThat(page).doesNotContainPattern(DATE);
  }
}
