package io.tradinggym.explain.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
  private static final Lexicon LEXICON = Lexicon.finance();

  /** A headline and how it is meant: 1, 0 or -1. */
  private record Labelled(int sign, String text) {}

  private static List<Labelled> headlines() throws IOException {
    List<Labelled> headlines = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(LexiconTest.class.getResourceAsStream("headlines.txt"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(
              line -> {
                int sign = line.charAt(0) == '+' ? 1 : line.charAt(0) == '-' ? -1 : 0;
                headlines.add(new Labelled(sign, line.substring(2)));
              });
    }
    return headlines;
  }

  @Test
  void nineOfTenHeadlinesAreHeardAsTheyAreMeant() throws IOException {
    int right = 0;
    List<String> wrong = new ArrayList<>();
    List<Labelled> all = headlines();
    for (Labelled headline : all) {
      int heard = LEXICON.score(headline.text()).map(Sentiment::sign).orElse(0);
      right += heard == headline.sign() ? 1 : 0;
      if (heard != headline.sign()) {
        wrong.add(heard + " " + headline);
      }
    }
    System.out.printf("headlines: %d of %d%n", right, all.size());
    assertThat(all).hasSize(200);
    assertThat(right / 200.0).as("%s", wrong).isGreaterThanOrEqualTo(.90);
  }

  @Test
  void withoutAKnownWordThereIsNoScore() {
    assertThat(LEXICON.score("Company to hold annual meeting in Lisbon")).isEmpty();
    assertThat(LEXICON.score("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Earnings beat estimates, 1",
    "Earnings fail to beat estimates, -1",
    "Company is not profitable, -1",
    "Profit climbs despite inflation, 1",
    "PROFIT WARNING, -1",
    "Shares don’t fall, 1"
  })
  void negationAndPhrasesCount(String text, int sign) {
    assertThat(LEXICON.score(text).map(Sentiment::sign)).hasValue(sign);
  }

  @Test
  void scoresAreBoundedAndTellTheirCoverage() {
    Sentiment sentiment = LEXICON.score("Shares soar soar soar").orElseThrow();
    assertThat(sentiment.score()).isBetween(.9, 1.0);
    assertThat(sentiment.coverage()).isEqualTo(.75);
    assertThat(LEXICON.terms()).isBetween(300, 900);
  }

  @Test
  void aListOfOnesOwn(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("own.tsv");
    Files.writeString(file, "# mine\nto the moon\t3\nrugged\t-3\n");
    Lexicon own = Lexicon.read(file);
    assertThat(own.score("It goes to the moon").map(Sentiment::sign)).hasValue(1);
    assertThat(own.score("Shares fall")).isEmpty();
    Files.writeString(file, "fine\nrugged\t-3\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lexicon.read(file))
        .withMessageContaining("own.tsv, line 1: must be a term");
  }

  @Test
  void hundredThousandsOfHeadlinesASecond() throws IOException {
    List<Labelled> all = headlines();
    double best = 0;
    for (int round = 0; round < 20; round++) {
      long start = System.nanoTime();
      int hits = 0;
      for (int i = 0; i < 10; i++) {
        for (Labelled headline : all) {
          hits += LEXICON.score(headline.text()).isPresent() ? 1 : 0;
        }
      }
      best = Math.max(best, 10.0 * all.size() / (System.nanoTime() - start) * 1e9);
      assertThat(hits).isPositive();
    }
    System.out.printf("headlines a second: %.0f%n", best);
    assertThat(best).isGreaterThan(50_000);
  }

  /** FinBERT's labels are noisy and no oracle; where both hear a side they should mostly agree. */
  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void whereFinbertHearsASideItIsMostlyTheSame() throws IOException {
    Path news = Path.of(System.getenv("TRADING_GYM_DATA"), "news");
    for (String ticker : List.of("AAPL")) {
      Path file = news.resolve(ticker + "_headlines_2022.csv.gz");
      int polar = 0;
      int heard = 0;
      int same = 0;
      int all = 0;
      try (BufferedReader in =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
        in.readLine();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          int probs = line.lastIndexOf(",\"[[");
          int label = probs < 0 ? -1 : line.lastIndexOf(',', probs - 1);
          if (label < 0) {
            continue;
          }
          int sign = (int) Double.parseDouble(line.substring(label + 1, probs)) - 1;
          int own = LEXICON.score(line.substring(11, label)).map(Sentiment::sign).orElse(0);
          all++;
          polar += sign != 0 ? 1 : 0;
          heard += sign != 0 && own != 0 ? 1 : 0;
          same += sign != 0 && own == sign ? 1 : 0;
        }
      }
      assertThat(all).isGreaterThan(1_000);
      System.out.printf(
          "%s: %d headlines, %d polar, coverage %.3f, agreement %.3f%n",
          ticker, all, polar, (double) heard / polar, (double) same / heard);
      assertThat((double) heard / polar).isGreaterThan(.40);
      assertThat((double) same / heard).isGreaterThan(.78);
    }
  }
}
