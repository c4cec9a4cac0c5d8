package io.tradinggym.explain.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCatalogTest {
  private static final String MODEL =
      "m: {inputPrice: 4, outputPrice: 20, cacheReadPrice: 0.2, trainingCutoff: 2026-06-30,"
          + " maxOutputTokens: 9000}";

  @Test
  void aYearOfTheWatchlistCostsWhatTheReferenceSays() {
    Usage usage = new Usage(1_000, 1_500, 0, 0);
    ModelCatalog models = ModelCatalog.shipped();

    assertThat(year(models.terms("claude-opus-5-5"), usage)).isEqualTo(85.68);
    assertThat(year(models.terms("claude-sonnet-5-5"), usage)).isEqualTo(42.84);
    assertThat(year(models.terms("claude-haiku-5-5"), usage)).isEqualTo(2.142);
  }

  private static double year(ModelTerms terms, Usage usage) {
    return 10 * 252 * terms.cost(usage) / (double) Caps.DOLLAR;
  }

  @Test
  void aLongRequestHasItsOwnPrices() {
    ModelTerms haiku = ModelCatalog.shipped().terms("claude-haiku-5-5");

    assertThat(haiku.cost(new Usage(100_000, 1_000, 0, 0))).isEqualTo(100_000 * 10 + 1_000 * 50);
    assertThat(haiku.cost(new Usage(100_001, 1_000, 0, 0))).isEqualTo(100_001L * 50 + 1_000 * 250);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inputPrice",
        "outputPrice",
        "cacheReadPrice",
        "trainingCutoff",
        "maxOutputTokens"
      })
  void aModelWithoutPriceOrCutoffIsRefused(String key) {
    String without = MODEL.replaceFirst(key + ": [^,}]+,?", "");

    assertThatThrownBy(() -> ModelCatalog.parse("f.yaml", without))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("f.yaml: model m has no " + key + "; it is not used without");
  }

  @Test
  void aPriceOfNothingIsNoPrice() {
    assertThatThrownBy(() -> ModelCatalog.parse("f.yaml", MODEL.replace("Price: 4", "Price: 0")))
        .hasMessage("model m needs prices > 0");
  }

  @Test
  void whatIsNotKnownIsNamed() {
    assertThatThrownBy(() -> ModelCatalog.shipped().terms("claude-9"))
        .hasMessageStartingWith(
            "no price and cutoff of a model claude-9; there are [claude-haiku-5-5,");
    assertThatThrownBy(() -> ModelCatalog.parse("f.yaml", MODEL.replace("inputPrice", "price")))
        .hasMessageContaining("f.yaml, m: no key price");
    assertThatThrownBy(() -> ModelCatalog.parse("f.yaml", MODEL.replace("2026-06-30", "June")))
        .hasMessageContaining("trainingCutoff of m must be a day such as 2026-06-30, was June");
  }
}
