package io.tradinggym.agents.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.policy.Policy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose check sums are right and whose contents are not. */
class DamagedContentsTest {
  private static final int POLICY_VERSION = 4;

  @TempDir private Path folder = Path.of("");

  private interface Body {
    void write(DataOutputStream out) throws IOException;
  }

  private Path policy(Body body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.write(new DataOutputStream(bytes));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    FramedBlock.write(new DataOutputStream(file), "policy", POLICY_VERSION, bytes.toByteArray());
    return Files.write(folder.resolve("a.policy"), file.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 70_000})
  void aLengthThatIsWrongTakesNoMemory(int length) throws IOException {
    Path file =
        policy(
            out -> {
              out.writeUTF("q");
              out.writeInt(length);
              out.write(new byte[10]);
            });
    assertThatThrownBy(() -> Policy.load(file))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("a.policy: ")
        .hasMessageMatching("(?s).*(ends before all of it was read|a length is damaged).*");
  }

  @Test
  void whatIsNoSpaceIsRefusedWithTheFilesName() throws IOException {
    Path file =
        policy(
            out -> {
              out.writeUTF("q");
              out.writeInt(2);
              out.write("{]".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            });
    assertThatThrownBy(() -> Policy.load(file))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("a.policy: the policy holds what cannot be: JSON: expected");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 200_000})
  void bytesComeBackWhateverTheirNumber(int length) throws IOException {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    assertThat(FramedBlock.bytes(in, length)).isEqualTo(bytes);
    assertThatThrownBy(() -> FramedBlock.bytes(in, 1)).isInstanceOf(EOFException.class);
  }

  @Test
  void whateverContentsDoToAReaderIsARefusal() {
    ByteBuffer empty = ByteBuffer.allocate(0);
    assertThatThrownBy(() -> FramedBlock.contents("thing", empty::get))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage("the thing does not hold together");
    assertThatThrownBy(
            () -> FramedBlock.contents("thing", () -> new byte[Integer.MAX_VALUE][1 << 20]))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("asks for more memory than there is");
  }
}
