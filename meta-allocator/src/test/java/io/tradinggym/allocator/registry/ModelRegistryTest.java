package io.tradinggym.allocator.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {
  private static final byte[] BYTES = {1, 2, 3};

  @TempDir private Path folder;

  private static ModelCard card(String parent, long seed, long expires) {
    return new ModelCard(
        "trend",
        parent,
        "2005-01-01/2016-12-31 sha256:00",
        seed,
        "0.1.0",
        Map.of("gamma", "0.95", "steps", "1500000"),
        expires);
  }

  @Test
  void aVersionIsNamedByItsContentAndComesBackAsItWas() throws IOException {
    ModelRegistry registry = ModelRegistry.in(folder);
    String id = registry.add(card("", 1, 0), BYTES);
    assertThat(id).hasSize(64);
    assertThat(registry.add(card("", 1, 0), BYTES)).as("the same again").isEqualTo(id);
    String child = registry.add(card(id, 1, 0), BYTES);
    assertThat(registry.versions()).containsExactlyInAnyOrder(id, child);
    assertThat(registry.add(card("", 2, 0), BYTES)).isNotEqualTo(id);
    assertThat(registry.add(card("", 1, 0), new byte[] {1, 2, 4})).isNotEqualTo(id);
    assertThat(registry.model(id)).isEqualTo(BYTES);
    assertThat(registry.card(child)).isEqualTo(card(id, 1, 0));
    assertThatThrownBy(() -> registry.add(card("f".repeat(64), 1, 0), BYTES))
        .hasMessageContaining("no version f");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsOnly("versions");
    }
  }

  @Test
  void whatWasMeasuredIsPartOfTheVersion() throws IOException {
    ModelRegistry registry = ModelRegistry.in(folder);
    ModelCard bare = card("", 1, 0);
    ModelCard measured =
        new ModelCard(
            bare.role(),
            bare.parent(),
            bare.data(),
            bare.seed(),
            bare.code(),
            bare.settings(),
            bare.expires(),
            Map.of("score of random", "-.053: at 2 bp"));
    String id = registry.add(measured, BYTES);
    assertThat(registry.add(bare, BYTES)).isNotEqualTo(id);
    assertThat(registry.card(id)).isEqualTo(measured);
  }

  @Test
  void whoTouchesAVersionIsNoticed() throws IOException {
    ModelRegistry registry = ModelRegistry.in(folder);
    String id = registry.add(card("", 1, 0), BYTES);
    Files.write(folder.resolve("versions").resolve(id).resolve("model"), new byte[] {9});
    assertThatThrownBy(() -> registry.model(id)).hasMessageContaining("has changed");
  }

  @Test
  void aliasesMoveAndGoBack() throws IOException {
    ModelRegistry registry = ModelRegistry.in(folder);
    String first = registry.add(card("", 1, 0), BYTES);
    String second = registry.add(card(first, 2, 0), BYTES);
    assertThat(registry.version(Alias.CHAMPION)).isEmpty();
    assertThatThrownBy(() -> registry.rollback(1, "no")).hasMessageContaining("no previous");
    registry.promote(first, 10, "the first");
    registry.challenge(second, 20, "retrained");
    assertThat(registry.version(Alias.CHALLENGER)).contains(second);
    registry.promote(second, 30, "won by paired simulation");
    assertThat(registry.version(Alias.CHAMPION)).contains(second);
    assertThat(registry.version(Alias.PREVIOUS)).contains(first);
    assertThat(registry.version(Alias.CHALLENGER)).isEmpty();
    assertThatThrownBy(() -> registry.promote(second, 31, "")).hasMessageContaining("already");
    registry.rollback(40, "live test");
    ModelRegistry again = ModelRegistry.in(folder);
    assertThat(again.version(Alias.CHAMPION)).contains(first);
    assertThat(again.version(Alias.PREVIOUS)).contains(second);
    assertThat(again.moves())
        .hasSize(4)
        .last()
        .isEqualTo("40 rollback " + first + " - " + second + " live test");
  }

  @Test
  void anExpiredChampionDoesNotTrade() throws IOException {
    ModelRegistry registry = ModelRegistry.in(folder);
    assertThat(registry.champion(0)).isEmpty();
    String id = registry.add(card("", 1, 1_000), BYTES);
    registry.promote(id, 1, "");
    assertThat(registry.champion(999)).contains(id);
    assertThat(registry.champion(1_000)).isEmpty();
    assertThat(registry.version(Alias.CHAMPION)).as("the name stays").contains(id);
  }

  @Test
  void cardsThatCannotBeReadAreNamed() throws IOException {
    ModelRegistry registry = ModelRegistry.in(folder);
    String id = registry.add(card("", 1, 0), BYTES);
    Path file = folder.resolve("versions").resolve(id).resolve("card");
    Files.writeString(file, Files.readString(file).replace("seed: 1", "seed: one"));
    assertThatThrownBy(() -> registry.card(id))
        .hasMessageContaining("seed")
        .hasMessageContaining("one");
    Files.writeString(file, "role: x\n");
    assertThatThrownBy(() -> registry.card(id)).hasMessageContaining("parent");
    assertThatThrownBy(() -> registry.card("../x")).hasMessageContaining("no version");
    assertThatThrownBy(() -> new ModelCard("a\nb", "", "", 1, "", Map.of(), 0))
        .hasMessageContaining("line breaks");
  }

  /** Each move reads what the one before it wrote: of two at once, one was lost. */
  @Test
  void movesOfSeveralWritersComeOneAfterAnother() throws IOException {
    ModelRegistry registry = ModelRegistry.in(folder);
    List<String> ids = new ArrayList<>();
    for (int seed = 0; seed < 60; seed++) {
      ids.add(registry.add(card("", seed, 0), BYTES));
    }
    ids.parallelStream()
        .forEach(
            id -> {
              try {
                ModelRegistry.in(folder).promote(id, 1, "race");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    String before = "-";
    for (String move : registry.moves()) {
      String[] words = move.split(" ", -1);
      assertThat(words[4]).as("previous of " + move).isEqualTo(before);
      before = words[2];
    }
    assertThat(registry.version(Alias.CHAMPION)).contains(before);
  }
}
