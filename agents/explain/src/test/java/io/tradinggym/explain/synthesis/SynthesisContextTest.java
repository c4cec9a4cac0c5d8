package io.tradinggym.explain.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SynthesisContextTest {
  @Test
  void aValueOfTheFutureIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SynthesisContext(
                    "X",
                    Contexts.BEFORE,
                    new Blocks.Market(
                        Contexts.now(10),
                        Known.absent(),
                        Known.absent(),
                        Known.absent(),
                        Known.absent()),
                    Blocks.Signals.absent(),
                    Blocks.Technical.absent(),
                    Blocks.Macro.absent(),
                    Blocks.Fundamentals.absent(),
                    Blocks.Options.absent(),
                    Blocks.Sizing.absent(),
                    List.of()))
        .withMessageContaining("market.price is known at");
  }

  @Test
  void noNumberIsNeverANumber() {
    assertThatIllegalArgumentException().isThrownBy(() -> Known.of(Double.NaN, 1));
    assertThat(Known.number(Double.NaN, 1).isPresent()).isFalse();
  }

  @Test
  void aContextReadsTheSameEveryTime() throws IOException {
    try (InputStream golden = SynthesisContextTest.class.getResourceAsStream("context.txt")) {
      String expected =
          new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(ContextText.of(Contexts.full(.66))).isEqualTo(expected);
    }
  }

  @Test
  void whatIsAbsentReadsNotAvailable() {
    String text = ContextText.of(Contexts.empty());
    assertThat(text.lines().filter(line -> line.startsWith("  ")))
        .allMatch(line -> line.endsWith(Known.ABSENT));
    assertThat(text).doesNotContain("NaN", "null", "0.00");
  }
}
