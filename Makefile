# Setiap sasaran menyiapkan sendiri apa yang dibutuhkannya: .venv dan program sistem.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HASIL ?= output
# Tanpa SUMBER= program sendiri yang memilih buku kerja terbaru di folder source.
SOURCE = $(if $(SUMBER),--source $(SUMBER))
PERIODE = $(if $(BULAN),--bulan $(BULAN),$(if $(TRIWULAN),--triwulan $(TRIWULAN),$(if $(SEMESTER),--semester $(SEMESTER),--tahunan)))

.DEFAULT_GOAL := help
.PHONY: help semua galeri tandatangan manifes test-tahan keputusan sk jdih rapat undangan daftar-hadir notula jadwal monev realisasi bukti rekap laporan status lke nomor revisi tahun-baru periksa templat test lint types layers bench kunci bersih system system-test

help: ## Menampilkan daftar sasaran ini
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk 'BEGIN {FS = ":.*## "}; {printf "make %-12s %s\n", $$1, $$2}'

semua: $(VENV)/.pasang system ## Membuat semua naskah setahun; yang tidak berubah tidak dibuat ulang (JELASKAN=1)
	@$(BIN)/python generate.py semua $(SOURCE) --output $(HASIL) $(if $(JELASKAN),--jelaskan)

tandatangan: $(VENV)/.pasang ## Menyimpan dan mengunci PDF bertanda tangan (BERKAS=pindai.pdf UNTUK=renaksi)
	@$(BIN)/python generate.py tandatangan "$(BERKAS)" --untuk $(UNTUK) $(SOURCE) --output $(HASIL)

manifes: $(VENV)/.pasang ## Memeriksa folder hasil terhadap manifesnya
	@$(BIN)/python generate.py manifes --periksa --output $(HASIL)

keputusan: $(VENV)/.pasang system ## Membuat keputusan rencana aksi (DOCX, PDF, bundel)
	@$(BIN)/python generate.py keputusan $(SOURCE) --output $(HASIL)

sk: $(VENV)/.pasang system ## Membuat keputusan tim; satu saja dengan ID=sk-tim-kerja
	@$(BIN)/python generate.py sk $(ID) $(SOURCE) --output $(HASIL)

rapat: $(VENV)/.pasang system ## Membuat semua naskah rapat; satu rapat saja dengan RAPAT=R-01
	@$(BIN)/python generate.py rapat $(RAPAT) $(SOURCE) --output $(HASIL)

undangan: $(VENV)/.pasang system ## Membuat undangan rapat; satu rapat saja dengan RAPAT=R-01
	@$(BIN)/python generate.py undangan $(RAPAT) $(SOURCE) --output $(HASIL)

daftar-hadir: $(VENV)/.pasang system ## Membuat daftar hadir rapat; satu rapat saja dengan RAPAT=R-01
	@$(BIN)/python generate.py daftar-hadir $(RAPAT) $(SOURCE) --output $(HASIL)

notula: $(VENV)/.pasang system ## Membuat notula rapat; satu rapat saja dengan RAPAT=R-01
	@$(BIN)/python generate.py notula $(RAPAT) $(SOURCE) --output $(HASIL)

jadwal: $(VENV)/.pasang ## Mengusulkan rapat setahun (TULIS=BARU.xlsx ICS=BERKAS.ics)
	@$(BIN)/python generate.py jadwal $(SOURCE) $(if $(TULIS),--tulis $(TULIS)) $(if $(ICS),--ics $(ICS))

monev: $(VENV)/.pasang system ## Membuat formulir monev (BULAN=3, TRIWULAN=1, SEMESTER=1, atau TAHUNAN=1)
	@$(BIN)/python generate.py monev $(SOURCE) --output $(HASIL) $(PERIODE)

realisasi: $(VENV)/.pasang ## Menampilkan realisasi dan asalnya; TULIS=BARU.xlsx menuliskan gabungannya
	@$(BIN)/python generate.py realisasi $(SOURCE) $(if $(TULIS),--tulis $(TULIS))

bukti: $(VENV)/.pasang ## Menyiapkan folder bukti dukung dan memeriksa isinya (KE=folder)
	@$(BIN)/python generate.py bukti $(SOURCE) --output $(HASIL) $(if $(KE),--ke $(KE))

rekap: $(VENV)/.pasang system ## Membuat rekap capaian (BULAN=3, TRIWULAN=1, SEMESTER=1, atau setahun; BANDING=LAMA.xlsx)
	@$(BIN)/python generate.py rekap $(SOURCE) --output $(HASIL) $(PERIODE) $(if $(BANDING),--banding "$(BANDING)")

laporan: $(VENV)/.pasang system ## Membuat laporan monev (TRIWULAN=1, atau laporan akhir tahun)
	@$(BIN)/python generate.py laporan $(SOURCE) --output $(HASIL) $(PERIODE)

status: $(VENV)/.pasang ## Menampilkan yang jatuh tempo, tertunggak, dan kurang (TANGGAL=2026-03-15)
	@$(BIN)/python generate.py status $(SOURCE) $(if $(TANGGAL),--tanggal $(TANGGAL))

lke: $(VENV)/.pasang ## Menghitung nilai LKE yang dapat dicapai (USULKAN=1, TULIS=, TAMBAH=, LEMBAR=BARU.xlsx, CATAT=BARU.xlsx, PETA=1)
	@$(BIN)/python generate.py lke $(SOURCE) $(if $(USULKAN),--usulkan) $(if $(TULIS),--tulis $(TULIS)) $(if $(TAMBAH),--tambah $(TAMBAH)) $(if $(BUTIR),--butir $(BUTIR)) $(if $(LEMBAR),--lembar $(LEMBAR)) $(if $(DARI),--dari $(DARI)) $(if $(CATAT),--catat $(CATAT)) $(if $(PETA),--peta --output $(HASIL))

nomor: $(VENV)/.pasang ## Menampilkan buku nomor; UNTUK=ID mengusulkan nomornya
	@$(BIN)/python generate.py nomor $(SOURCE) $(if $(UNTUK),--untuk $(UNTUK))

jdih: $(VENV)/.pasang system ## Menyiapkan keputusan untuk JDIH: salinan, abstrak, metadata (ID=renaksi)
	@$(BIN)/python generate.py jdih $(ID) $(SOURCE) --output $(HASIL)

revisi: $(VENV)/.pasang system ## Menampilkan perubahan sejak ditetapkan; naskahnya dengan NASKAH=renaksi-p1
	@$(BIN)/python generate.py revisi $(if $(NASKAH),--naskah $(NASKAH)) $(SOURCE) --output $(HASIL)

tahun-baru: $(VENV)/.pasang ## Membuat buku kerja tahun berikutnya (BARU=source/zi-2027.xlsx TAHUN=2027)
	@$(BIN)/python generate.py tahun-baru $(if $(BARU),"$(BARU)") $(if $(TAHUN),--tahun $(TAHUN)) $(SOURCE)

periksa: $(VENV)/.pasang ## Memeriksa buku kerja; SALINAN=BARU.xlsx menandai selnya pada salinan
	@$(BIN)/python generate.py periksa $(SOURCE) $(if $(SALINAN),--salinan $(SALINAN))

templat: $(VENV)/.pasang ## Memeriksa templat Word
	@$(BIN)/python generate.py templat periksa $(SOURCE)

test: $(VENV)/.pasang-uji system-test lint types layers ## Menjalankan semua uji (termasuk konversi LibreOffice)
	@$(BIN)/python -m pytest -n 2 --dist loadfile

test-tahan: $(VENV)/.pasang-uji ## Menguji 200 saat mati mendadak dan kisah setahun penuh
	@ZI_UJI_TAHAN=200 $(BIN)/python -m pytest -n 2 --dist loadfile tests/e2e/test_crash.py tests/e2e/test_year.py tests/e2e/test_whole_year.py

lint: $(VENV)/.pasang-uji ## Memeriksa gaya kode
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(VENV)/.pasang-uji ## Memeriksa tipe
	@$(BIN)/mypy

layers: $(VENV)/.pasang-uji ## Memeriksa arah impor antarmodul
	@$(BIN)/lint-imports

bench: $(VENV)/.pasang system ## Mengukur lamanya setiap perintah dan memorinya (docs/performance.md)
	@$(BIN)/python -m tools.bench

galeri: $(VENV)/.pasang-uji system-test ## Menggambar semua jenis naskah pada lembar contoh (output/galeri)
	@$(BIN)/python -m tools.gallery

kunci: ## Menyusun kembali daftar versi pustaka (requirements.lock, requirements-dev.lock)
	@tools/lock-versions

bersih: ## Menghapus hasil dan lingkungan kerja; bukti dukung dan naskah bertanda tangan tetap
	@if [ -d $(HASIL) ]; then find $(HASIL) -mindepth 1 -maxdepth 2 ! -name bukti ! -name register.json -not -type d -delete; \
		find $(HASIL) -mindepth 2 -maxdepth 2 -type d ! -name bukti ! -name ditandatangani -exec rm -rf {} +; fi
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

system:
	@tools/system-packages run

system-test:
	@tools/system-packages test

$(VENV)/.pasang: requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.pasang-uji: requirements-dev.lock $(VENV)/.pasang
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
