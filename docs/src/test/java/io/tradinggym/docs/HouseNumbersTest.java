package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The house stays as it is on {@code docs/benchmarks/house.md}: small files, little written twice, real walks. */
class HouseNumbersTest {
  private static final Pattern STEP = Pattern.compile("\\]\\((\\.\\./\\.\\./[^)]+\\.java)\\)");

  private final HouseNumbers house = new HouseNumbers();

  @Test
  void filesAreSmall() {
    assertThat(house.types()).isGreaterThan(1_000);
    assertThat(house.fileSize(0.5)).isBetween(50, 100);
    assertThat(house.fileSize(0.9)).isBetween(100, 330);
  }

  @Test
  void littleIsWrittenTwice() {
    assertThat(house.duplicated()).isBetween(0.001, 0.035);
  }

  @Test
  void packagesCanBeOverlooked() {
    assertThat(house.packageSize(0.5)).isBetween(5, 12);
    assertThat(house.wideConstructors()).isLessThan(0.1);
  }

  /** Results, exceptions and parts to choose from are used by those who use the library; more should not be. */
  @Test
  void whatIsPublicIsUsed() {
    PublicFace face = new PublicFace();
    assertThat(face.size()).isGreaterThan(800);
    assertThat(face.idle()).hasSizeLessThan(face.size() / 8);
  }

  /** Every walk goes from file to file; each exists, and none is met twice. */
  @Test
  void theSixWalksGoForward() {
    Path page = Repository.ROOT.resolve("docs/benchmarks/house.md");
    List<String> walks =
        Repository.read(page).lines().filter(line -> line.startsWith("| *")).toList();
    assertThat(walks).hasSize(6);
    for (String walk : walks) {
      List<Path> steps = new ArrayList<>();
      Matcher step = STEP.matcher(walk);
      while (step.find()) {
        steps.add(page.resolveSibling(step.group(1)).normalize());
      }
      assertThat(steps).as(walk).hasSizeGreaterThan(4).doesNotHaveDuplicates();
      assertThat(steps).allMatch(Files::exists);
    }
  }
}
