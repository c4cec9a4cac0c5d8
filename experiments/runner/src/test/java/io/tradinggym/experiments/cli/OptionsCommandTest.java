package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.OptionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsCommandTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 9, 15);

  @TempDir private Path folder = Path.of("");
  private Path chain = Path.of("");
  private Path history = Path.of("");

  @BeforeEach
  void writeFiles() throws IOException {
    StringBuilder rows = new StringBuilder("Type,Strike,Bid,Ask,Expiration\n");
    for (int days : new int[] {4, 32}) {
      for (int strike = 85; strike <= 115; strike++) {
        for (OptionType type : OptionType.values()) {
          double mid = BlackScholes.price(type, 101, strike, days / 365.0, 0, 0, .5);
          rows.append(
              String.format(
                  Locale.ROOT,
                  "%s,%d,%.2f,%.2f,%s%n",
                  type,
                  strike,
                  Math.max(mid - .04, 0),
                  mid + .05,
                  TODAY.plusDays(days)));
        }
      }
    }
    rows.append("call,120,0.5,0.4,2025-10-17\n");
    chain = Files.writeString(folder.resolve("XYZ_20250915.csv"), rows);
    List<String> bars = new ArrayList<>(List.of("date,open,high,low,close,volume"));
    for (LocalDate day = TODAY.minusDays(45); !day.isAfter(TODAY); day = day.plusDays(1)) {
      if (day.getDayOfWeek().getValue() <= 5) {
        double close = 100 + day.getDayOfMonth() % 2;
        bars.add(day + "," + close + "," + close + "," + close + "," + close + ",1000");
      }
    }
    history = Files.write(folder.resolve("XYZ.csv"), bars);
  }

  @Test
  void tellsVolatilityIdeasSpreadAndPreference() {
    Cli cli =
        Cli.run(
            "options",
            "--chain",
            chain.toString(),
            "--signal",
            "bull",
            "--history",
            history.toString(),
            "--earnings",
            "2025-09-18");
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out())
        .contains(
            "XYZ_20250915.csv: 125 contracts, 1 left out: 1 crossed",
            "OptionLab layout, 2025-09-15 16:00 New York. Spot 101.00 by put-call parity",
            "EXPENSIVE",
            "Crush risk   HIGH, earnings in 3 days",
            "Best calls",
            "Bull call spread of 2025-10-17",
            "Preferred: the spread",
            "not investment advice")
        .doesNotContain("NaN", "null");
    assertThat(cli.out().lines()).allMatch(line -> line.length() <= 140);
  }

  @Test
  void printsOneJsonObject() throws IOException {
    Cli cli = Cli.run("options", "--chain", chain.toString(), "--signal", "BEAR", "--json");
    JsonNode json = new ObjectMapper().readTree(cli.out());
    assertThat(json.path("spot").asDouble()).isCloseTo(101, within(.02));
    assertThat(json.path("chain").path("excluded").path("crossed").asInt()).isEqualTo(1);
    assertThat(json.path("volatility").path("implied").asDouble()).isCloseTo(.5, within(.01));
    assertThat(json.path("volatility").has("ratio")).isFalse();
    assertThat(json.path("best")).hasSize(3);
    assertThat(json.path("best").get(0).path("type").asText()).isEqualTo("PUT");
    assertThat(json.path("spread").path("name").asText()).isEqualTo("bear put spread");
    assertThat(json.path("disclaimer").asText()).contains("not investment advice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --spot -1                       | --spot must be > 0, was -1.0
          --spot 7                        | no expiry of the chain has calls on both sides of the spot
          --rate 4                        | --rate must be between -1 and 1
          --earnings 2025-09-14           | earnings must not be before the chain's date
          --earnings tomorrow             | --earnings
          --history none.csv              | there is no such file
          --weights theta=1               | --weights knows expiry, moneyness, liquidity and delta, not "theta"
          --weights delta=-1              | weights must be >= 0
          --max-age -1                    | --max-age must be >= 0
          --strict                        | XYZ_20250915.csv:126: 2025-10-17 C 120 is crossed: bid 0.5 above ask 0.4
          --date 2026-01-05               | no usable contract
          """)
  void whatIsWrongGetsOneMessage(String arguments, String message) {
    List<String> all =
        new ArrayList<>(List.of("options", "--chain", chain.toString(), "--signal", "BULL"));
    all.addAll(List.of(arguments.split(" ", -1)));
    Cli cli = Cli.run(all.toArray(String[]::new));
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).startsWith("error: ").contains(message);
    assertThat(cli.err().lines().filter(line -> !line.startsWith("See "))).hasSize(1);
    assertThat(cli.out()).isEmpty();
  }

  private Cli withHistory(List<String> bars) throws IOException {
    Path file = Files.write(folder.resolve("BARS.csv"), bars);
    return Cli.run(
        "options", "--chain", chain.toString(), "--signal", "BULL", "--history", file.toString());
  }

  @Test
  void aHistoryOfWeeksOrHoursIsRefused() throws IOException {
    List<String> weeks = new ArrayList<>(List.of("date,open,high,low,close,volume"));
    List<String> hours = new ArrayList<>(weeks);
    for (int i = 40; i >= 0; i--) {
      weeks.add(TODAY.minusWeeks(i) + ",100,101,99,100,1000");
      hours.add(TODAY.minusDays(i / 6) + " 1" + (5 - i % 6) + ":00,100,101,99,100,1000");
    }
    assertThat(withHistory(weeks).err())
        .contains("holds bars of 1 week; the history must be daily");
    assertThat(withHistory(hours).err()).contains("holds bars of 1 hour");
  }

  @Test
  void aHistoryWithASplitThatIsNotAdjustedForIsRefused() throws IOException {
    List<String> bars = new ArrayList<>(Files.readAllLines(history));
    for (int i = 20; i < bars.size(); i++) {
      String day = bars.get(i).substring(0, 10);
      double close = (100 + i % 2) / 1.5;
      bars.set(i, day + "," + close + "," + close + "," + close + "," + close + ",1500");
    }
    Cli cli = withHistory(bars);
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains("BARS.csv:21", "a split of 3:2");
  }

  @Test
  void aHistoryNeedsNoVolumes() throws IOException {
    List<String> bars =
        Files.readAllLines(history).stream()
            .map(line -> line.substring(0, line.lastIndexOf(',')))
            .toList();
    assertThat(withHistory(bars).out()).contains("over the last 20 days");
  }

  @Test
  void aMiniLosesTenTimesItsPremium() throws IOException {
    String plain = Files.readString(chain).replace("call,120,0.5,0.4,2025-10-17\n", "");
    String minis =
        plain
            .replace("Expiration\n", "Expiration,Multiplier\n")
            .replaceAll("(?m)(-\\d\\d)$", "$1,10");
    Files.writeString(chain, plain);
    String standard = lossOf(Cli.run("options", "--chain", chain.toString(), "--signal", "BULL"));
    Files.writeString(chain, minis);
    Cli cli = Cli.run("options", "--chain", chain.toString(), "--signal", "BULL");
    assertThat(cli.out()).contains("stands for 10 units");
    assertThat(10 * Integer.parseInt(lossOf(cli)))
        .isCloseTo(Integer.parseInt(standard), within(10));
  }

  private static String lossOf(Cli cli) {
    return cli.out().replaceAll("(?s).*loses at most (\\d+).*", "$1");
  }

  @Test
  void aHistoryThatEndsTooEarlyIsRefused() {
    Cli cli =
        Cli.run(
            "options",
            "--chain",
            chain.toString(),
            "--signal",
            "BULL",
            "--history",
            history.toString(),
            "--date",
            "2025-10-01");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err())
        .contains("XYZ.csv: must hold 21 daily closes up to the chain's date 2025-10-01, holds");
  }

  @Test
  void missingArgumentsAndUnknownSignalsAreNamed() {
    assertThat(Cli.run("options", "--signal", "BULL").err()).contains("--chain");
    Cli cli = Cli.run("options", "--chain", chain.toString(), "--signal", "SIDEWAYS");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains("SIDEWAYS", "BULL");
    assertThat(Cli.run("options", "--help").out()).contains("--chain", "--signal", "Yahoo");
  }

  @ParameterizedTest
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  @CsvSource({
    "SPY_chain_yahoo_20250826.csv.gz, 645",
    "MSFT_chain_20211122.csv, 342",
    "lean_universe_aapl_20140609.csv.gz, 93.7",
    "lean_universe_goog_20151224.csv.gz, 748"
  })
  void realChainsAreUnderstood(String name, double spot) throws IOException {
    Path file = Path.of(String.valueOf(System.getenv("TRADING_GYM_DATA")), "options", name);
    for (String signal : List.of("BULL", "BEAR")) {
      Cli cli = Cli.run("options", "--chain", file.toString(), "--signal", signal, "--json");
      JsonNode json = new ObjectMapper().readTree(cli.out());
      assertThat(json.path("spot").asDouble()).isCloseTo(spot, within(1.0));
      JsonNode best = json.path("best").get(0);
      assertThat(best.path("days").asInt()).isBetween(14, 60);
      assertThat(Math.abs(best.path("delta").asDouble())).isBetween(.3, .6);
      assertThat(best.path("score").asDouble()).isGreaterThan(.85);
      assertThat(json.path("spread").path("max_gain").asDouble()).isPositive();
    }
  }
}
