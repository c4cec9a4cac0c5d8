package io.tradinggym.agents.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.nn.kernel.Activation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParameterFileTest {
  private static final int VERSION_AT = 12;

  @TempDir Path folder;

  private final ParameterLayout layout =
      ParameterLayout.builder()
          .add("actor", Network.mlp(4, List.of(8), 2, Activation.TANH, 0.01))
          .add("logStd", 2)
          .build();

  private final float[] params = new float[layout.size()];

  @BeforeEach
  void fill() {
    for (int i = 0; i < params.length; i++) {
      params[i] = Float.intBitsToFloat(0x3F800000 + i * 7919);
    }
    params[3] = -0f;
    params[4] = Float.MIN_VALUE;
  }

  @Test
  void whatIsSavedIsLoadedBitForBit() throws IOException {
    Path file = folder.resolve("a.policy");
    ParameterFile.save(file, layout, params);
    assertThat(ParameterFile.load(file, layout)).isEqualTo(params);
  }

  @Test
  void savingReplacesTheFileAndLeavesNothingBeside() throws IOException {
    Path file = folder.resolve("a.policy");
    ParameterFile.save(file, layout, params);
    params[0] = 42;
    ParameterFile.save(file, layout, params);
    assertThat(ParameterFile.load(file, layout)[0]).isEqualTo(42f);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void everyFlippedByteIsNoticed() throws IOException {
    byte[] good = savedBytes();
    Path file = folder.resolve("a.policy");
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 0x10;
      Files.write(file, bad);
      assertThatThrownBy(() -> ParameterFile.load(file, layout))
          .as("byte %s", i)
          .isInstanceOf(ModelFormatException.class)
          .hasMessageStartingWith(file.toString());
    }
  }

  @Test
  void everyTruncationIsNoticed() throws IOException {
    byte[] good = savedBytes();
    Path file = folder.resolve("a.policy");
    for (int length = 0; length < good.length; length++) {
      Files.write(file, Arrays.copyOf(good, length));
      assertThatThrownBy(() -> ParameterFile.load(file, layout))
          .as("length %s", length)
          .isInstanceOf(ModelFormatException.class)
          .hasMessageContaining("cut short");
    }
    Files.write(file, Arrays.copyOf(good, good.length + 1));
    assertThatThrownBy(() -> ParameterFile.load(file, layout))
        .hasMessageContaining("1 bytes follow");
  }

  @Test
  void anotherVersionIsNamed() throws IOException {
    byte[] bytes = savedBytes();
    bytes[VERSION_AT + 3] = 9;
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(bytes, 0, 20);
    java.nio.ByteBuffer.wrap(bytes).putInt(20, (int) crc.getValue());
    Path file = folder.resolve("a.policy");
    Files.write(file, bytes);
    assertThatThrownBy(() -> ParameterFile.load(file, layout))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("version 9, this library reads version 1");
  }

  @Test
  void otherShapesAreNamed() throws IOException {
    Path file = folder.resolve("a.policy");
    ParameterFile.save(file, layout, params);
    ParameterLayout wider =
        ParameterLayout.builder()
            .add("actor", Network.mlp(4, List.of(9), 2, Activation.TANH, 0.01))
            .add("logStd", 2)
            .build();
    assertThatThrownBy(() -> ParameterFile.load(file, wider))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining(
            "tensor 0 is actor.0.weight 4 x 8, this model needs actor.0.weight 4 x 9");
    ParameterLayout shorter =
        ParameterLayout.of("actor", Network.mlp(4, List.of(8), 2, Activation.TANH, 0.01));
    assertThatThrownBy(() -> ParameterFile.load(file, shorter))
        .hasMessageContaining("logStd 1 x 2, this model needs nothing");
  }

  @Test
  void aMissingFolderLeavesNothingHalfWritten() {
    assertThatThrownBy(() -> ParameterFile.save(folder.resolve("absent/a.policy"), layout, params))
        .isInstanceOf(IOException.class);
    assertThat(folder.resolve("absent")).doesNotExist();
  }

  @Test
  void theLayoutNamesEveryValue() {
    assertThat(layout.nameOf(0)).isEqualTo("actor.0.weight[0, 0]");
    assertThat(layout.nameOf(8 + 3)).isEqualTo("actor.0.weight[1, 3]");
    assertThat(layout.nameOf(32)).isEqualTo("actor.0.bias[0, 0]");
    assertThat(layout.nameOf(layout.size() - 1)).isEqualTo("logStd[0, 1]");
    assertThat(layout.start("logStd")).isEqualTo(layout.size() - 2);
    params[40] = Float.NaN;
    assertThatThrownBy(() -> layout.requireFinite(params, "gradient at update 3"))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("gradient at update 3: actor.2.weight[0, 0] is NaN");
  }

  private byte[] savedBytes() throws IOException {
    Path file = folder.resolve("good.policy");
    ParameterFile.save(file, layout, params);
    return Files.readAllBytes(file);
  }
}
