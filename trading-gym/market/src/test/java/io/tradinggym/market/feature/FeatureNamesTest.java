package io.tradinggym.market.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.data.Range;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.process.Markets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureNamesTest {
  @Test
  void whatASetPrintsIsReadBack() {
    FeatureSet read = FeatureSet.parse(FeatureSet.DEFAULT.toString());
    assertThat(read.names()).isEqualTo(FeatureSet.DEFAULT.names());
    assertThat(read.warmUp()).isEqualTo(FeatureSet.DEFAULT.warmUp());
    assertThat(read.ready()).isTrue();
  }

  @Test
  void everyListedFeatureCanBeNamed() {
    for (FeatureEntry entry : new NamedFeatures().entries()) {
      FeatureSet set = FeatureSet.parse(entry.name());
      assertThat(set.names()).containsExactly(entry.name());
      assertThat(entry.warmUp()).hasValue(set.warmUp());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rsi15x        | no feature \"rsi15x\"",
        "rsi14, rsi14  | \"rsi14\" is there twice",
        "rsi14, (      | do not match",
        "rsi0          | must be >= 1, was 0",
        "source(VIXCLS)| a source is written source(NAME,FILE)"
      })
  void mistakesAreNamed(String text, String message) {
    assertThatThrownBy(() -> FeatureSet.parse(text)).hasMessageContaining(message);
  }

  @Test
  void whatLearnsIsFittedOnTrainingPathsAndOnNothingElse() {
    FeatureSet asked =
        FeatureSet.ofSources(List.of(new Standardised(Features.realizedVolatility(70))));
    assertThat(asked.ready()).isFalse();
    assertThat(asked.warmUp()).isEqualTo(70);
    assertThatThrownBy(asked::features).hasMessageContaining("on a training range first");
    Split split = Split.paths(Markets.named("noise"));
    assertThat(asked.prepare(split.train()).ready()).isTrue();
    assertThat(asked.readyFor(split.train()).ready()).isTrue();
    assertThat(asked.readyFor(Markets.named("noise")).ready()).isTrue();
    for (Range other : List.of(split.validation(), split.test())) {
      assertThatThrownBy(() -> asked.readyFor(other)).hasMessageContaining("need a training range");
    }
  }
}
