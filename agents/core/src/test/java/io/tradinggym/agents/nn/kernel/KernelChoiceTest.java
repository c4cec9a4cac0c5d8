package io.tradinggym.agents.nn.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KernelChoiceTest {
  @Test
  void theVectorKernelsAreChosenWhereTheModuleIsThere() {
    assertThat(Kernels.fastest().name()).startsWith("vector ");
  }

  @Test
  void withoutTheVectorModuleThePlainKernelsAreChosenAndWork()
      throws IOException, InterruptedException {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Plain.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(jvm.getInputStream().readAllBytes(), UTF_8);
    assertThat(jvm.waitFor()).as(output).isZero();
    assertThat(output.lines())
        .hasSize(2)
        .contains("plain false 7.0")
        .anyMatch(line -> line.contains("--add-modules jdk.incubator.vector"));
  }

  /** Runs in a JVM without the incubating module. */
  static final class Plain {
    private Plain() {}

    public static void main(String[] args) {
      Kernels kernels = Kernels.fastest();
      float[] c = {1f};
      kernels.product(
          new Operands()
              .shape(1, 1, 1)
              .a(new float[] {2f}, 0, 1, 1)
              .b(new float[] {3f}, 0, 1)
              .d(c, 0, 1)
              .c(c, 0, 1));
      System.out.println(kernels.name() + " " + Kernels.vector().isPresent() + " " + c[0]);
    }
  }
}
