/**
 * A Ctrl-C, or systemd's stop, reaches this process too; whoever started it closes the channel once the last answer is out, or has
 * closed it already.
 */
export function outliveSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
  process.on('disconnect', () => process.exit())
  if (!process.connected) process.exit()
}
