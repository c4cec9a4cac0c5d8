package io.tradinggym.data.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.FakeProvider;
import io.tradinggym.data.collect.FetchLog;
import io.tradinggym.data.collect.Secrets;
import io.tradinggym.data.series.PriceBars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KaggleTest {
  private static final LocalDate FIRST = LocalDate.parse("2000-01-01");
  private static final LocalDate LAST = LocalDate.parse("2017-12-31");
  @TempDir private Path folder;

  private void file(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve("Stocks"));
    Files.createDirectories(folder.resolve("ETFs"));
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void stocksAndFundsAreRead() throws IOException, CollectException {
    String rows =
        "Date,Open,High,Low,Close,Volume,OpenInt\n2017-11-09,1,2,1,2,5,0\n2017-11-10,2,3,2,3,6,0\n";
    file("Stocks/aapl.us.txt", rows);
    file("ETFs/spy.us.txt", rows);
    for (String ticker : new String[] {"AAPL", "SPY"}) {
      Collected<PriceBars> bars = new Kaggle(folder).daily(ticker, FIRST, LAST);
      assertThat(bars.provider()).isEqualTo("kaggle");
      assertThat(bars.value().size()).isEqualTo(2);
      assertThat(bars.value().close(1)).isEqualTo(3);
    }
  }

  @Test
  void emptyAndBrokenFilesAreNamed() throws IOException {
    file("Stocks/none.us.txt", "");
    file("Stocks/bad.us.txt", "Date,Open,High,Low,Close,Volume,OpenInt\n2017-11-09,1,x,1,2,5,0\n");
    file("Stocks/other.us.txt", "a,b\n");
    Kaggle kaggle = new Kaggle(folder);
    assertThatThrownBy(() -> kaggle.daily("NONE", FIRST, LAST))
        .hasMessageContaining("NOT_FOUND")
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> kaggle.daily("BAD", FIRST, LAST))
        .hasMessageContaining("SCHEMA")
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> kaggle.daily("OTHER", FIRST, LAST))
        .hasMessageContaining("must begin with Date");
    assertThatThrownBy(() -> kaggle.daily("MISSING", FIRST, LAST))
        .hasMessageContaining("there is no missing.us.txt");
  }

  @Test
  void theLogHasTimeLevelAndModuleAndNoKey() throws IOException {
    Secrets secrets = Secrets.of(Map.of("FRED_API_KEY", "canary-xyz"));
    try (FakeProvider clock = new FakeProvider();
        FetchLog log = new FetchLog(folder, "fred", secrets, clock)) {
      log.accept("get /x?api_key=canary-xyz");
      log.accept("failed /x:\n NETWORK");
    }
    assertThat(Files.readAllLines(folder.resolve("collect.log.0")))
        .containsExactly(
            "2025-02-24T22:00:00Z INFO fred get /x?api_key=***",
            "2025-02-24T22:00:00Z WARNING fred failed /x: NETWORK");
  }
}
