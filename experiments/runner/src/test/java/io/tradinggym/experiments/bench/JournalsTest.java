package io.tradinggym.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What trading environments say is what they said when the hashes were taken, bit for bit. Who changes a number on
 * purpose takes new hashes ({@link Journals#main}) and says in docs/benchmarks/one-desk.md which fault that mends.
 */
class JournalsTest {
  private static final int STEPS = 4000;

  @Test
  void tradingEnvironmentsSayWhatTheySaid() throws IOException {
    Map<String, String> now = new LinkedHashMap<>();
    for (Journals.Setting setting : Journals.settings()) {
      now.put(setting.name(), Journals.hash(setting, STEPS));
    }
    assertThat(now).containsExactlyEntriesOf(recorded());
  }

  private static Map<String, String> recorded() throws IOException {
    try (InputStream in = JournalsTest.class.getResourceAsStream("journals-4000.txt")) {
      Map<String, String> hashes = new LinkedHashMap<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] words = line.split(" +");
        hashes.put(words[0], words[1]);
      }
      return hashes;
    }
  }
}
