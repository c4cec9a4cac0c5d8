package io.tradinggym.explain.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.explain.synthesis.ContextText;
import io.tradinggym.explain.synthesis.Headline;
import io.tradinggym.explain.synthesis.OptionTicket;
import io.tradinggym.explain.synthesis.Recommendation;
import io.tradinggym.explain.synthesis.Rules;
import io.tradinggym.explain.synthesis.Setup;
import io.tradinggym.explain.synthesis.SynthesisContext;
import io.tradinggym.explain.synthesis.TemplateSynthesizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
  private static final long THEN = Instant.parse("2024-02-22T21:00:00Z").toEpochMilli();
  private static final List<List<String>> NAMES =
      List.of(List.of("NVIDIA", "NVDA", "Jensen Huang", "GeForce", "NVIDIA Corp"), List.of("AMD"));
  private static final SynthesisContext CLEAR =
      Given.context(
          "NVDA",
          THEN,
          List.of(
              new Headline(
                  "h1", "Nvidia Corp and AMD fall on 2024-02-21, Jensen Huang says", THEN - 9)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NVIDIA Corp beats AMD|Company A beats Company B",
        "nvidia's GeForce sells|Company A's Company A sells",
        "AMDOCS is another firm|AMDOCS is another firm",
        "due 2024-02-25|due day 3",
        "since February 19, 2024 up|since day -3 up",
        "on 19 Feb 2024 up|on day -3 up",
        "best March 2023 sales|best a month sales",
        "guides FY2025 up|guides a year up",
        "on March 5th it|on a day it",
        "may rise by 2000000|may rise by 2000000"
      })
  void namesAndDatesAreHidden(String clear, String masked) {
    assertThat(new MaskedText(NAMES).masked(clear, LocalDate.of(2024, 2, 22))).isEqualTo(masked);
  }

  @Test
  void nothingOfNameYearOrLevelIsLeft() {
    String text = ContextText.of(Masking.of(NAMES).mask(CLEAR).context());

    assertThat(text)
        .doesNotContainIgnoringCase(
            "nvidia", "nvda", "amd", "huang", "2024", "500.00", "505.00", "18.00")
        .contains("COMPANY-A as of 2000-01-03T21:00:00Z", "price: 100.00", "Company B", "day -1");
    assertThat(text).contains("VIX: not available", "10-year yield: not available");
  }

  @Test
  void levelsOfTheMarketBecomePercentiles() {
    Masking masking = new Masking(NAMES, vix -> 0.62, yield -> 0.8);

    assertThat(ContextText.of(masking.mask(CLEAR).context()))
        .contains("VIX: 62.00", "10-year yield: 80.00");
  }

  @Test
  void theSameContextMasksToTheSameText() {
    assertThat(ContextText.of(Masking.of(NAMES).mask(CLEAR).context()))
        .isEqualTo(ContextText.of(Masking.of(NAMES).mask(CLEAR).context()));
  }

  @Test
  void levelsAndContractComeBack() {
    Masking.Masked masked = Masking.of(NAMES).mask(CLEAR);
    Recommendation said = new TemplateSynthesizer().synthesize(masked.context()).recommendation();
    assertThat(Rules.check(said, masked.context())).isEmpty();

    Recommendation clear = masked.clear(said);

    Recommendation direct = new TemplateSynthesizer().synthesize(CLEAR).recommendation();
    Setup setup = Objects.requireNonNull(clear.setup());
    Setup expected = Objects.requireNonNull(direct.setup());
    assertThat(setup.entry()).isCloseTo(expected.entry(), within(0.05));
    assertThat(setup.stop()).isCloseTo(expected.stop(), within(0.05));
    assertThat(setup.target()).isCloseTo(expected.target(), within(0.05));
    OptionTicket ticket = Objects.requireNonNull(clear.option());
    assertThat(ticket.strike()).isEqualTo(505);
    assertThat(ticket.expiry()).isEqualTo(LocalDate.of(2024, 3, 24));
  }

  @Test
  void onlyDaysThatTheModelMayHaveReadAreMasked() {
    List<String> seen = new java.util.ArrayList<>();
    MaskedSynthesizer synthesizer =
        new MaskedSynthesizer(
            context -> {
              seen.add(context.ticker());
              return new TemplateSynthesizer().synthesize(context);
            },
            Given.TERMS,
            Masking.of(NAMES));

    synthesizer.synthesize(CLEAR);
    synthesizer.synthesize(Given.context());

    assertThat(seen).containsExactly("COMPANY-A", "SPY");
  }
}
