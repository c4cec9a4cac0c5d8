package io.tradinggym.data.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {
  private final Catalog catalog = Catalog.standard();

  @Test
  void namesAreWrittenInFull() {
    assertThat(names("rsi, macd(5), yangZhang(20), ta4j:EMA(RSI(14),9)"))
        .containsExactly("rsi(14)", "macd(5,26)", "yangZhang(20,252)", "ta4j:EMA(RSI(14),9)");
  }

  @Test
  void aGroupStandsForItsList() {
    assertThat(names("s0")).startsWith("EMA_9").endsWith("breakout_signal").hasSize(47);
    assertThat(names("s0, s0macro")).contains("vix_regime").hasSize(52);
  }

  @Test
  void thereAreMoreThanFiftyIndicatorsBesides() {
    assertThat(catalog.formulas()).hasSizeGreaterThan(150);
    assertThat(catalog.formulas())
        .allSatisfy(formula -> assertThat(formula.formula()).isNotBlank());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rsi(0); n of rsi must be in 1 .. 10000, was 0",
        "rsi(x); n of rsi must be a whole number, was x",
        "rsi(1,2); rsi takes at most 1 arguments [n], was given [1, 2]",
        "RSI(14); no feature \"RSI\", did you mean \"rsi\"?",
        "rsi, rsi(14); feature \"rsi(14)\" is there twice",
        "rsi(14; parentheses of \"rsi(14\" do not match",
        "rsi 14; after \"rsi\" there must be a comma or arguments in parentheses, was \"14\"",
        "rsi,; \"\" in \"rsi,\" must begin with a feature's name",
        "talib:RSI; no kind of feature \"talib:\"; there is \"ta4j:\"",
        "beta; beta needs its argument other, was given []",
        "bbUpper(20,-1); k of bbUpper must be above 0, was -1",
        "ema(20,last); seed of ema must be one of [simple, first], was last"
      })
  void mistakesAreNamed(String text, String message) {
    assertThatThrownBy(() -> new FeatureColumns(catalog.parse(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void featuresTellWhichSourcesTheyLookAt() {
    assertThat(catalog.parse("rsi(14), breadth(A|B,3), externalAge(C)"))
        .extracting(NamedFeature::sources)
        .containsExactly(Set.of(), Set.of("A", "B"), Set.of("C"));
    assertThat(catalog.outside())
        .extracting(NamedFeature::name)
        .contains("ivAtm(iv_atm)", "fundingRate(funding)", "vix_level", "basis(spot)")
        .doesNotContain("rsi(14)");
    assertThat(catalog.outside()).allMatch(feature -> !feature.sources().isEmpty());
  }

  @Test
  void aMissingSourceIsNamed() {
    assertThatThrownBy(() -> new FeatureColumns(catalog.parse("external(VIXCLS)")))
        .hasMessageContaining("no source \"VIXCLS\"; there are []");
  }

  private List<String> names(String text) {
    return catalog.parse(text).stream().map(NamedFeature::name).toList();
  }
}
