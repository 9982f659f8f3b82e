#!/bin/sh
# Runs Scenarios/slurm/sweep.sbatch on a real Slurm of one node, with mishaps, and compares the
# results with those of one process, byte for byte.
#
#   test.sh TAKST        as root, on Debian or Ubuntu; make slurm-test
#
# Installs Slurm from the distribution's packages. Its daemons have a folder of their own, leave
# /etc/slurm alone and end with the test.

set -eu
takst=$(realpath "$1")
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
file=$work/sweep.yaml out=$work/out

DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
  slurm-wlm slurmctld slurmd slurm-client munge >/dev/null

finish() {
  scancel --quiet --me 2>/dev/null || true
  sleep 2
  for daemon in slurmd slurmctld munged; do
    kill "$(cat "$work/$daemon.pid" 2>/dev/null)" 2>/dev/null || true
  done
  sleep 1
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

# A cluster of this machine. It schedules at once, and what is requeued waits for seconds; by
# default both take minutes.
export SLURM_CONF="$work/slurm.conf" TAKST="$takst"
host=$(hostname -s)
cat >"$SLURM_CONF" <<CONF
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket,cred_expire=5
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
SwitchType=switch/none
SchedulerParameters=sched_interval=1,bf_interval=1,batch_sched_delay=0,sched_min_interval=0
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
SlurmdSpoolDir=$work/spool
StateSaveLocation=$work/state
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=4000
PartitionName=main Nodes=$host Default=YES
CONF
mkdir "$work/spool" "$work/state"
chmod 755 "$work"
dd if=/dev/urandom of="$work/key" bs=1024 count=1 2>/dev/null
chmod 600 "$work/key"
munged --force --key-file="$work/key" --socket="$work/munge.socket" --pid-file="$work/munged.pid" \
  --log-file="$work/munged.log" --seed-file="$work/seed" 2>/dev/null
slurmctld -c
slurmd -c

fail() {
  echo "FAILED: $*" >&2
  tail -n 3 "$out"/shards/*.log >&2
  exit 1
}
submit() {
  sh Scenarios/slurm/sweep.sbatch "$file" "$out" 4 --cpus-per-task=1 --mem=100 >/dev/null
}
wait_for() { # COMMAND: until it succeeds, for two minutes
  for _ in $(seq 600); do
    if eval "$1" >/dev/null 2>&1; then return; fi
    sleep 0.2
  done
  fail "never: $1"
}
all_done() { wait_for '[ -z "$(squeue --noheader)" ]'; }
same() {
  for name in experiments outcomes codebook; do
    cmp "$work/alone/$name.csv" "$out/$name.csv" || fail "$name.csv differs"
  done
  echo "ok: $*"
}
says() { # WORDS IN_WHICH_CASE: the last merge said them
  cat "$(ls -t "$out"/shards/merge-*.log | head -1)" | grep -q "$1" || fail "not so: $2"
  [ ! -e "$out/outcomes.csv" ] || fail "a merge that failed wrote results"
  echo "ok: $2"
}
begin() { # a new sweep, waiting until shard 2 has begun
  rm -rf "$out"
  submit
  array=$(squeue --noheader --format=%F --name=takst-sweep | head -1)
  wait_for '[ -s "$out/shards/shard-2-of-4.sqlite" ]'
  sleep 1
}

sed "s|base: ../|base: $PWD/Scenarios/norway/|; s/points: 256/points: 512/" \
  Scenarios/norway/sweeps/diplomat-cost.yaml >"$file"
"$takst" sweep "$file" --out "$work/alone" --quiet

rm -rf "$out"
submit
all_done
same "an array of four shards, and the merge after it"

begin
scontrol requeue "${array}_2"
all_done
same "a shard that is requeued goes on, and the merge waits for it"

begin
kill -9 "$(pgrep -f "sweep $file --shard 2/4")"
all_done
says "shard 2/4 is not finished" "a killed shard is named"
submit
all_done
same "the same command again goes on"

begin
scancel "${array}_2"
all_done
says "shard 2/4 is not finished" "a cancelled shard is named"
sbatch --quiet --wait --array=2 --cpus-per-task=1 --mem=100 --output=/dev/null \
  Scenarios/slurm/sweep.sbatch "$file" "$out" 4
"$takst" sweep merge "$out/shards" --out "$out" --quiet
same "one shard alone, and the merge by hand"

begin
scancel "${array}_4"
all_done
rm -f "$out/shards/shard-4-of-4.sqlite"
sh Scenarios/slurm/sweep.sbatch merge "$out" 2>"$out/shards/merge-again.log" &&
  fail "a merge without shard 4 succeeds"
says "shard 4/4 is missing" "a missing shard is named"
