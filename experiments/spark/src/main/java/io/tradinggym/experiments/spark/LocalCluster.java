package io.tradinggym.experiments.spark;

import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Spark's own standalone cluster as processes of this machine, without a distribution of Spark: the master and the
 * workers are classes of its JARs. What they say goes into files of their folder.
 */
final class LocalCluster implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final int ATTEMPTS = 1200;
  private static final long PAUSE_MILLIS = 100;

  private final Path folder;
  private final int port;
  private final Process master;
  private final List<Process> workers = new ArrayList<>();

  /**
   * Starts it.
   *
   * @param folder for what its processes say and work with
   * @param count of workers, of one core each
   */
  LocalCluster(Path folder, int count) {
    try {
      this.folder = Files.createDirectories(folder.toAbsolutePath());
      // Executors get their class path from the driver; Spark asks for the folder all the same.
      Files.createDirectories(this.folder.resolve("home/jars"));
      port = free();
      master = start("master", "master.Master", "--host", HOST, "--port", String.valueOf(port));
      await();
      for (int i = 1; i <= count; i++) {
        String work = this.folder.resolve("work-" + i).toString();
        workers.add(
            start(
                "worker-" + i,
                "worker.Worker",
                "--host",
                HOST,
                "--cores",
                "1",
                "--memory",
                "1g",
                "--work-dir",
                work,
                address()));
      }
    } catch (IOException e) {
      throw new UserError("cannot start a cluster in " + folder + ": " + e.getMessage(), e);
    }
  }

  private static int free() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private Process start(String name, String type, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-cp", ClassPath.all(), "org.apache.spark.deploy." + type));
    command.addAll(List.of("--webui-port", "0"));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", HOST);
    return builder.start();
  }

  private void await() throws IOException {
    for (int i = 0; i < ATTEMPTS && master.isAlive(); i++) {
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PAUSE_MILLIS);
        return;
      } catch (IOException e) {
        pause(); // Not yet.
      }
    }
    close();
    throw new IOException("the master does not answer; see " + folder.resolve("master.log"));
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where its master listens. */
  String address() {
    return "spark://" + HOST + ":" + port;
  }

  /** Kills a worker with all that it runs, as a machine that loses its power. */
  void kill(int worker) {
    kill(workers.get(worker));
  }

  private static void kill(Process process) {
    List<ProcessHandle> below = process.descendants().toList();
    process.destroyForcibly();
    below.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    workers.forEach(LocalCluster::kill);
    kill(master);
  }
}
