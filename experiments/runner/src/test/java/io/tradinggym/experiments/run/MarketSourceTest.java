package io.tradinggym.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.HistoryConfig;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.ReplayMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration declares about its files. */
class MarketSourceTest {
  private static final String ENVIRONMENT =
      "environment: {id: Stock-v1}\nalgorithm: {name: ppo, steps: 100}\n";

  @TempDir private Path folder;

  private ReplayMarket read(String... more) {
    List<String> overrides =
        new ArrayList<>(
            List.of(
                "market.data='" + folder + "'",
                "market.tickers=[X]",
                "market.train='2024'",
                "market.validate='2025'",
                "market.test='2026'"));
    overrides.addAll(Arrays.asList(more));
    return MarketSource.read(
        (HistoryConfig)
            Objects.requireNonNull(ConfigFile.parse(ENVIRONMENT, overrides, "test").market()));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void splitsAndDividendsComeFromAFolderAndPricesMayStayAsPrinted() throws IOException {
    write(
        "X.csv",
        """
        date,open,high,low,close,volume
        2024-01-02,100,100,100,100,1000
        2024-01-03,50,50,50,50,2000
        2024-01-04,49,49,49,49,2000
        """);
    write("X_actions.csv", "date,dividend,split\n2024-01-03,0,2\n2024-01-04,1,1\n");
    MarketData adjusted = read("market.actions='" + folder + "'").data();
    assertThat(adjusted.close(0, 0)).isEqualTo(49_000_000);
    MarketData printed = read("market.actions='" + folder + "'", "market.printed=true").data();
    assertThat(printed.close(0, 0)).isEqualTo(1_000_000);
    assertThat(printed.splitShares(0, 1)).isEqualTo(2);
    assertThat(printed.dividend(0, 2)).isEqualTo(100_000_000);
  }

  @Test
  void aCompanyIsFollowedByItsMap() throws IOException {
    write("X.csv", "date,open,high,low,close,volume\n2024-01-04,9,9,9,9,1\n2024-01-05,9,9,9,9,1\n");
    write("W.csv", "date,open,high,low,close,volume\n2024-01-02,9,9,9,9,1\n2024-01-03,9,9,9,9,1\n");
    write("X_map.csv", "20240102,w,Q\n20240103,w,Q\n20501231,x,Q\n");
    assertThat(read("market.maps='" + folder + "'").data().length()).isEqualTo(4);
  }

  @Test
  void theZoneAndTheLackOfVolumesAreDeclared() throws IOException {
    write(
        "X.csv", "time,open,high,low,close\n2024-01-02 09:00,9,9,9,9\n2024-01-02 10:00,9,9,9,9\n");
    assertThatThrownBy(this::read).isInstanceOf(UserError.class).hasMessageContaining("volumes");
    MarketData data = read("market.zone=Europe/Berlin", "market.withoutVolumeLimit=true").data();
    assertThat(data.closeTime(0)).isEqualTo(1_704_186_000_000L);
    assertThatThrownBy(() -> read("market.zone=Berlin"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("market.zone")
        .hasMessageContaining("America/New_York");
  }
}
