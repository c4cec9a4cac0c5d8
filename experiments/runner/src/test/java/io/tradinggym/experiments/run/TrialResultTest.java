package io.tradinggym.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.experiments.UserError;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which trial a result belongs to, by results that were written by hand. */
class TrialResultTest {
  /** SHA-256 of "abc", as FIPS 180-2 gives it. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final String JSON =
      """
      {"version": 1, "specification_sha256": "%s", "data_sha256": {"train": "aa"}, "seed": 7,
       "validation": null}
      """
          .formatted(ABC);

  private static TrialResult result(String json) {
    return new TrialResult(json.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean fits(String json) {
    return result(json).isOf("abc", 7, Map.of("train", "aa"));
  }

  @ParameterizedTest
  @CsvSource({"version\": 1, version\": 2", "ba78, ab78", "aa, ab", "seed\": 7, seed\": 8"})
  void aResultBelongsToItsSpecificationDataAndSeed(String before, String after) {
    assertThat(fits(JSON)).isTrue();
    assertThat(fits(JSON.replace(before, after))).isFalse();
  }

  @Test
  void aDamagedOneBelongsToNone() {
    assertThat(fits(JSON.substring(20))).isFalse();
    assertThatThrownBy(() -> result("{").seed())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void whatWasNotValidatedIsNoNumber() {
    assertThat(result(JSON).validation()).isNaN();
    assertThat(result(JSON).seed()).isEqualTo(7);
    assertThat(result("abc").hash()).isEqualTo(ABC);
  }

  /** Choices are made on paths that the test never shows, and neighbours in seed share none. */
  @Test
  void pathsOfChoicesAreNotThoseOfTheTest() {
    assertThat(
            new long[] {
              EvaluationSeeds.validation(7),
              EvaluationSeeds.test(7),
              EvaluationSeeds.validation(8),
              EvaluationSeeds.test(8)
            })
        .doesNotHaveDuplicates()
        .doesNotContain(7, 8);
  }
}
