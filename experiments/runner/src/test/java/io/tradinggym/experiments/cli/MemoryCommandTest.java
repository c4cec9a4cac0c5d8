package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.report.Disclaimer;
import io.tradinggym.explain.memory.ExactMemory;
import io.tradinggym.explain.memory.Memory;
import io.tradinggym.explain.memory.PricePatterns;
import io.tradinggym.explain.memory.embedding.Embedding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("compiled")
class MemoryCommandTest {
  @TempDir private Path folder = Path.of("");

  private Cli memory(String... args) {
    return Cli.run(args);
  }

  @Test
  void patternsAreBuiltFoundAndCounted() {
    String place = folder.resolve("m").toString();
    Cli built = memory("memory", "build", place, "--market", "watchlist:SPY", "--bars", "400");
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(built.out()).contains("cases       440", "embedding   shape 20 16 size");
    Cli found = memory("memory", "search", place, "--ticker", "SPY", "-k", "4");
    assertThat(found.code()).as(found.err()).isZero();
    assertThat(found.out()).startsWith("SIMULATED").endsWith(Disclaimer.LIMITS + "\n");
    assertThat(built.out()).doesNotContain(Disclaimer.LIMITS);
    assertThat(found.out()).contains("SPY as of ", "quartiles ", "of 4 cases; usually median ");
    assertThat(found.out())
        .isEqualTo(memory("memory", "search", place, "--ticker", "SPY", "-k", "4").out());
    assertThat(memory("memory", "stats", place).out()).isEqualTo(built.out());
  }

  @Test
  void whatIsWrongIsSaid() {
    String place = folder.resolve("n").toString();
    assertThat(memory("memory", "build", place).err()).contains("is no memory");
    assertThat(memory("memory", "build", place, "--tickers", "SPY").err())
        .contains("give --data DIR");
    assertThat(memory("memory", "build", place, "--market", "watchlist:SPY", "--bars", "60").err())
        .contains("scales are fitted on the first 269 closes of SPY, there are 124");
    assertThat(memory("memory", "build", place, "--market", "nowhere").code())
        .isEqualTo(Main.BAD_INPUT);
    assertThat(memory("memory", "stats", place).err()).contains("is no memory");
    memory("memory", "build", place, "--market", "watchlist:SPY", "--bars", "300");
    assertThat(memory("memory", "search", place, "--ticker", "QQQ").err())
        .contains("it knows [SPY]");
    assertThat(memory("memory", "search", place, "--ticker", "SPY", "--time", "1980-01-01").err())
        .contains("begin too late");
    assertThat(memory("memory", "build", place, "--market", "watchlist:SPY").err())
        .contains("holds a memory already");
  }

  /** As everywhere: what is wrong with files is refused by name, or repaired where that is asked for, and told. */
  @Test
  void defectsAreRefusedOrRepairedAndTold() throws IOException {
    data(400, 1);
    for (String ticker : List.of("AAA", "BBB")) {
      Path file = folder.resolve(ticker + ".csv");
      List<String> rows = new ArrayList<>(Files.readAllLines(file));
      rows.add(20, rows.get(20));
      Files.write(file, rows);
    }
    String place = folder.resolve("d").toString();
    String[] build = {
      "memory", "build", place, "--data", folder.toString(), "--tickers", "AAA,BBB"
    };
    Cli refused = memory(build);
    assertThat(refused.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(refused.err()).contains("AAA.csv:22: ", "--repair");
    assertThat(folder.resolve("d")).doesNotExist();

    String[] repair = Arrays.copyOf(build, build.length + 1);
    repair[build.length] = "--repair";
    Cli repaired = memory(repair);
    assertThat(repaired.code()).as(repaired.err()).isZero();
    assertThat(repaired.out())
        .containsPattern("repaired: AAA.csv.*the first row is kept")
        .containsPattern("repaired: BBB.csv.*the first row is kept");
    assertThat(memory("memory", "stats", place).code()).isZero();
  }

  private void data(int bars, double ofLast) throws IOException {
    RandomStream random = RandomStreams.of(3).stream("prices");
    for (String ticker : List.of("AAA", "BBB")) {
      StringBuilder csv = new StringBuilder("date,open,high,low,close,volume\n");
      double price = 100;
      for (int i = 0; i < bars; i++) {
        price *= Math.exp((i > 400 ? .03 : .01) * random.gaussian());
        double close = i == 350 ? price * ofLast : price;
        csv.append(LocalDate.of(2010, 1, 1).plusDays(i)).append(",");
        csv.append("%.4f,%.4f,%.4f,%.4f,1000%n".formatted(close, close, close, close));
      }
      Files.writeString(folder.resolve(ticker + ".csv"), csv);
      random = RandomStreams.of(4).stream("prices");
    }
  }

  private String build(String name) {
    String place = folder.resolve(name).toString();
    Cli built =
        memory("memory", "build", place, "--data", folder.toString(), "--tickers", "AAA,BBB");
    assertThat(built.code()).as(built.err()).isZero();
    return place;
  }

  private String search(String place, String day) {
    Cli found = memory("memory", "search", place, "--ticker", "AAA", "--time", day);
    assertThat(found.code()).as(found.err()).isZero();
    return found.out();
  }

  /** Second law, from the command line: scales that are fitted on what came later would break it. */
  @Test
  void aSearchAsOfADayIsThatOfAMemoryBuiltUpToIt() throws IOException {
    data(900, 1);
    String whole = search(build("whole"), "2011-03-01");
    data(425, 1);
    String until = build("until");
    assertThat(search(until, "2011-03-01")).isEqualTo(whole);
    assertThat(memory("memory", "search", until, "--ticker", "AAA", "--time", "2010-09-01").err())
        .contains("scales are fitted on what was known by 2010-09-26", "ask for a later day");
    data(900, 1);
    assertThat(memory("memory", "search", until, "--ticker", "AAA").err())
        .contains("475 bars came since the memory was built", "memory build " + until);
    Cli grown = memory("memory", "build", until);
    assertThat(grown.code()).as(grown.err()).isZero();
    assertThat(search(until, "2012-05-01")).isEqualTo(search(build("again"), "2012-05-01"));
    data(900, 1.02);
    assertThat(memory("memory", "search", until, "--ticker", "AAA").err())
        .contains("was built from other prices");
  }

  @Test
  void aBuildThatWasKilledIsDoneAgain() throws IOException {
    data(400, 1);
    String place = build("killed");
    String answer = search(place, "2011-01-10");
    Files.delete(Path.of(place, "memory.json"));
    assertThat(search(build("killed"), "2011-01-10")).isEqualTo(answer);
  }

  /** Rows count up to the first that is damaged: the rest of them answered as if they were all. */
  @Test
  void aMemoryThatLacksCasesIsRefusedUntilTheyAreMadeAgain() throws IOException {
    data(400, 1);
    String place = build("lacking");
    String answer = search(place, "2011-01-10");
    Path rows = Path.of(place, "rows");
    byte[] bytes = Files.readAllBytes(rows);
    bytes[100 * 72] ^= 1;
    Files.write(rows, bytes);
    for (String asked : List.of("search", "stats")) {
      Cli refused =
          asked.equals("stats")
              ? memory("memory", asked, place)
              : memory("memory", asked, place, "--ticker", "AAA");
      assertThat(refused.code()).isEqualTo(Main.BAD_INPUT);
      assertThat(refused.err()).contains("is damaged: 100 of its 752 cases", "memory build");
    }
    assertThat(memory("memory", "build", place).code()).isZero();
    assertThat(search(place, "2011-01-10")).isEqualTo(answer);
  }

  @Test
  void aMemoryOfAnotherVersionIsNoDefect() throws IOException {
    data(400, 1);
    String place = build("other");
    Path header = Path.of(place, "header");
    Files.writeString(header, Files.readString(header).replace("memory 1", "memory 2"));
    assertThat(memory("memory", "stats", place).err())
        .contains("holds vectors of \"memory 2", "build another memory");
    Path source = Path.of(place, "memory.json");
    Files.writeString(
        source, Files.readString(source).replace("\"window\" : 20", "\"window\" : 1"));
    assertThat(memory("memory", "stats", place).err()).contains("memory.json: a shape needs");
  }

  /** As a version before built them: the last price goes on through days when another market alone is open. */
  @Test
  void aMemoryWithCasesOfDaysWithoutASessionIsRefused() throws IOException {
    data(400, 1);
    Path file = folder.resolve("AAA.csv");
    List<String> rows = new ArrayList<>(Files.readAllLines(file));
    double[] held = new double[400];
    long[] times = new long[400];
    for (int i = 0; i < 400; i++) {
      held[i] = Double.parseDouble(rows.get(i + 1 - i % 7 / 5).split(",")[4]);
      times[i] = i * 86_400_000L;
    }
    for (int i = 400; i > 0; i--) {
      if ((i - 1) % 7 == 5) {
        rows.remove(i);
      }
    }
    Files.write(file, rows);
    String place = build("mixed");
    Path source = Path.of(place, "memory.json");
    String identity = Files.readAllLines(Path.of(place, "header")).get(2);
    int dimensions = Integer.parseInt(Files.readAllLines(Path.of(place, "header")).get(1));
    Embedding any =
        new Embedding() {
          @Override
          public int window() {
            return 20;
          }

          @Override
          public int dimensions() {
            return dimensions;
          }

          @Override
          public String identity() {
            return identity;
          }

          @Override
          public float[] embed(double[] values, int from) {
            return new float[dimensions];
          }
        };
    Files.delete(Path.of(place, "rows"));
    int cases;
    try (Memory memory = ExactMemory.open(Path.of(place), dimensions, identity)) {
      new PricePatterns(any, 5).cases(0, held, times).forEach(memory::add);
      cases = memory.size();
    }
    Files.writeString(
        source, Files.readString(source).replaceAll("\"cases\" : \\d+", "\"cases\" : " + cases));
    for (String asked : List.of("stats", "build")) {
      Cli refused = memory("memory", asked, place);
      assertThat(refused.code()).isEqualTo(Main.BAD_INPUT);
      assertThat(refused.err())
          .contains("57 of the 376 cases of " + place, "without a session", "build another memory");
    }
  }

  /** Beside a market that is open every day, days without a session stood in a share's patterns. */
  @Test
  void patternsOfAShareAreTheSameBesideAnotherMarket() throws IOException {
    data(400, 1);
    Path file = folder.resolve("AAA.csv");
    List<String> rows = new ArrayList<>(Files.readAllLines(file));
    rows.removeIf(
        row ->
            row.startsWith("2")
                && LocalDate.parse(row.substring(0, 10)).getDayOfWeek().getValue() > 5);
    Files.write(file, rows);
    String alone = folder.resolve("alone").toString();
    memory("memory", "build", alone, "--data", folder.toString(), "--tickers", "AAA");
    String both = build("both");
    String[] asked = {"memory", "search", "", "--ticker", "AAA", "-k", "300"};
    asked[2] = alone;
    List<String> expected =
        memory(asked).out().lines().filter(row -> row.startsWith("AAA")).toList();
    asked[2] = both;
    assertThat(memory(asked).out().lines().filter(row -> row.startsWith("AAA")))
        .hasSizeGreaterThan(5)
        .containsExactlyElementsOf(expected);
  }
}
